import { termOf } from '../../../../clouds/values/terms.js';
import type { Trigger, TriggerKind } from '../../../../model/trigger.js';
import { textOf, type Value, valueAt } from '../../../../model/value.js';
import { declaredOf, type Mapping, property, same } from '../cloud.js';
import { type Bound, boundIn } from './bound-functions.js';
import { triggerOf } from './triggers.js';

const kinds: ReadonlyMap<string, TriggerKind> = new Map<string, TriggerKind>([
  ['queuetrigger', 'queue'],
  ['servicebustrigger', 'queue'],
  ['blobtrigger', 'other'],
  ['eventhubtrigger', 'stream'],
  ['timertrigger', 'schedule'],
]);

/** Functions that messages, objects and clocks start. Each has a way of its own to keep what fails. */
export function boundTriggers(mapping: Mapping): readonly Trigger[] {
  const named = storesByName(mapping);
  return boundIn(mapping)
    .filter(({ type }) => type !== 'httptrigger')
    .map((bound) => {
      const { app, declared, binding, type } = bound;
      const place = placeOf(binding, named);
      const source = place?.id;
      const back = place === undefined || source === undefined ? undefined : answerTo(bound, place, named);
      return {
        ...triggerOf(declared, app.id),
        trigger: kinds.get(type) ?? 'other',
        source,
        sourceName: place?.text,
        ...(back && source !== undefined && { answersTo: { id: source, at: back.at } }),
      };
    });
}

/** A queue, topic or container, and which objects of it are meant. */
interface Place {
  readonly id: string | undefined;
  readonly text: string;
  /** Of objects: the literal beginning and end of their names. */
  readonly prefix: string;
  readonly suffix: string;
}

const placeNames = ['queueName', 'topicName', 'eventHubName', 'path'] as const;

function placeOf(binding: Value, named: ReadonlyMap<string, string | undefined>): Place | undefined {
  const [written] = placeNames.flatMap((name) => valueAt(binding, name) ?? []);
  const term = termOf(written);
  if (term === undefined) return undefined;
  const [name = '', ...rest] = term.text.split('/');
  const objects = rest.join('/');
  const open = objects.search(/[{$]/);
  const prefix = open < 0 ? objects : objects.slice(0, open);
  const suffix = open < 0 ? objects : objects.slice(objects.lastIndexOf('}') + 1);
  return { id: term.to ?? named.get(name), text: term.text, prefix, suffix };
}

/** The output by which a function puts what it makes where it comes from. */
function answerTo(
  { outputs }: Bound,
  source: Place,
  named: ReadonlyMap<string, string | undefined>,
): Value | undefined {
  return outputs.find((output) => {
    const place = placeOf(output, named);
    if (place === undefined || place.id !== source.id) return false;
    return place.prefix.startsWith(source.prefix) && place.suffix.endsWith(source.suffix);
  });
}

const stores = Object.fromEntries(
  ['storage_queue', 'servicebus_queue', 'storage_container'].map((type) => [`azurerm_${type}`, same('name')]),
);

/** Queues and containers by name, where only one is called so. */
function storesByName(mapping: Mapping): ReadonlyMap<string, string | undefined> {
  const names = new Map<string, string | undefined>();
  for (const store of declaredOf(mapping, stores)) {
    const name = textOf(property(store, 'name'));
    if (name !== undefined) names.set(name, names.has(name) ? undefined : store.id);
  }
  return names;
}
