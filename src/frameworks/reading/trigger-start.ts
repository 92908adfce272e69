import type { Resource } from '../../model/resource.js';
import { absent } from '../../model/setting.js';
import type { Trigger, TriggerKind } from '../../model/trigger.js';

/** What every trigger says: what it is, where events come from, which function they start. */
export interface TriggerOrigin {
  readonly trigger: TriggerKind;
  readonly source: string | undefined;
  readonly sourceName?: string | undefined;
  readonly function: string | undefined;
}

/** A trigger that says nothing beside its origin. */
export function plainTrigger(resource: Resource, { trigger, source, sourceName, ...rest }: TriggerOrigin): Trigger {
  const { at } = resource;
  return {
    ...resource,
    kind: 'trigger',
    trigger,
    source,
    sourceName,
    function: rest.function,
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
