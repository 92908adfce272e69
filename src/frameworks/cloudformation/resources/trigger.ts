import type { Resource } from '../../../model/resource.js';
import { absent } from '../../../model/setting.js';
import type { Trigger, TriggerKind } from '../../../model/trigger.js';
import type { Value } from '../../../model/value.js';
import { type Mapping, nameOf, referent } from './mapping.js';

/** What every trigger says: what it is, where events come from, which function they start. */
export interface TriggerStart {
  readonly resource: Resource;
  readonly trigger: TriggerKind;
  readonly source: Value | undefined;
  readonly function: string | undefined;
}

/** A trigger without any settings of its own. */
export function triggerOf(mapping: Mapping, { resource, trigger, source, function: starts }: TriggerStart): Trigger {
  const { at } = resource;
  const id = referent(mapping, source);
  return {
    ...resource,
    kind: 'trigger',
    trigger,
    source: id,
    sourceName: nameOf(source),
    function: starts,
    enabled: absent(at),
    objectFilter: undefined,
    pattern: undefined,
    filtered: absent(at),
    batchSize: absent(at),
    maximumRetries: absent(at),
    maximumAge: absent(at),
    onFailure: absent(at),
    maximumConcurrency: absent(at),
    partialBatch: absent(at),
  };
}
