import { textOf, valueAt } from '../../../model/value.js';
import { mappingOf } from '../mapped-template.js';
import { property } from '../mapping.js';
import type { Declared, Template } from '../template.js';
import { samEvents } from './events.js';
import { madeResource, queueSubscriptionOf } from './queue-subscriptions.js';

/** A SAM template with the stores that SAM makes for its events and destinations. Other templates stay as they are. */
export function withMadeResources(template: Template): Template {
  if (template.framework !== 'sam') return template;
  const mapping = mappingOf(template);
  const made = [
    ...samEvents(mapping).flatMap((event) => queueSubscriptionOf(event)?.made ?? []),
    ...mapping.ofType('AWS::Serverless::Function').flatMap(destinationsOf),
  ].filter(({ id }) => !mapping.byId.has(id));
  return made.length === 0 ? template : { ...template, resources: [...template.resources, ...made] };
}

const outcomes = ['OnSuccess', 'OnFailure'];
const kinds = new Map([
  ['SQS', 'Queue'],
  ['SNS', 'Topic'],
]);

/** A destination of a type without an address is a queue or topic of its own. */
function destinationsOf(declared: Declared): readonly Declared[] {
  return outcomes.flatMap((outcome) => {
    const destination = property(declared, 'EventInvokeConfig', 'DestinationConfig', outcome);
    const type = textOf(valueAt(destination, 'Type')) ?? '';
    const kind = kinds.get(type);
    const named = valueAt(destination, 'Destination');
    const isMade =
      named === undefined || (named.kind === 'choice' && named.cases.some(({ value }) => value === undefined));
    if (destination?.kind !== 'map' || kind === undefined || !isMade) return [];
    const maker = { at: destination.anchor ?? destination.at, whole: destination.at, properties: declared.properties };
    return [madeResource(maker, madeDestination(declared, outcome, kind), `AWS::${type}::${kind}`)];
  });
}

/** What SAM calls the queue or topic that it makes for an outcome: `<Function>EventInvokeConfigOnFailureQueue`. */
export function madeDestination({ id }: Pick<Declared, 'id'>, outcome: string, kind: string): string {
  return `${id}EventInvokeConfig${outcome}${kind}`;
}
