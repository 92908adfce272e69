import { absent } from '../../model/setting.js';
import type { Trigger } from '../../model/trigger.js';
import type { Said } from './said.js';

/** A trigger about which nothing more is said: the platform's defaults hold. */
export function plainTrigger(said: Said<Trigger, 'trigger' | 'source' | 'function'>): Trigger {
  const { at } = said;
  return {
    sourceName: undefined,
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
    ...said,
    kind: 'trigger',
  };
}
