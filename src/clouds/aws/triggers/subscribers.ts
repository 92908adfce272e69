import type { Trigger } from '../../../model/trigger.js';
import { type Value, valueAt } from '../../../model/value.js';
import { words } from '../../values/codec.js';
import { functionNamed } from '../functions/reference.js';
import { declarationOf, listed, type Mapping, property, setting } from '../mapping.js';
import { plainJson } from '../plain-data.js';
import type { Declared } from '../template.js';
import { pushFailure, retrySettings } from './push-settings.js';
import { triggerOf } from './trigger.js';

const state = words({ RUNNING: true, STOPPED: false } as const);

/** Functions that subscribers of EventBridge's newer buses start (npm aws-cdk-lib 2.276.0, aws-eventsv2, read 2026-11-26). */
export function subscribers(mapping: Mapping): readonly Trigger[] {
  return mapping.ofType('AWS::EventsV2::Subscriber').flatMap((owner) => {
    const starts = functionNamed(mapping, property(owner, 'InvokeConfiguration', 'TargetArn'));
    if (starts === undefined) return [];
    const resource = { ...declarationOf(owner), id: `${owner.id}.${starts}` };
    const source = property(owner, 'EventBusArn');
    return [
      {
        ...triggerOf(mapping, { resource, trigger: 'cloudevent' as const, source, function: starts }),
        enabled: setting(owner, ['State'], state),
        ...filterOf(owner),
        ...retrySettings(owner.properties, ['RetryPolicy']),
        ...pushFailure(owner.properties, ['OnFailureConfiguration', 'Arn']),
      },
    ];
  });
}

const given = { read: (value: Value) => (value.kind === 'list' ? true : undefined), write: () => undefined };

/** One filter says what comes; of several each does, so that nothing can be said of all. */
function filterOf(owner: Declared): Pick<Trigger, 'pattern' | 'filtered'> {
  const filters = listed(property(owner, 'FilterConfiguration', 'Filters'));
  const [only] = filters;
  const pattern = filters.length === 1 ? plainJson(valueAt(only, 'Pattern')) : undefined;
  return { pattern, filtered: setting(owner, ['FilterConfiguration', 'Filters'], given) };
}
