import { none } from '../../model/setting.js';
import type { Trigger } from '../../model/trigger.js';
import type { Said } from './said.js';

/** A trigger that has no settings but those that are said. */
export function plainTrigger(said: Said<Trigger, 'trigger' | 'source' | 'function'>): Trigger {
  const { at } = said;
  return {
    sourceName: undefined,
    enabled: none(at),
    objectFilter: undefined,
    pattern: undefined,
    filtered: none(at),
    batchSize: none(at),
    maximumRetries: none(at),
    maximumAge: none(at),
    onFailure: none(at),
    maximumConcurrency: none(at),
    partialBatch: none(at),
    splitBatch: none(at),
    ...said,
    kind: 'trigger',
  };
}
