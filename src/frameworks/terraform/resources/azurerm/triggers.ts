import { absent } from '../../../../model/setting.js';
import type { Trigger } from '../../../../model/trigger.js';
import { type Declared, declarationOf } from '../cloud.js';

/** A trigger of which nothing is known but what it starts. */
export function triggerOf(declared: Declared, started: string | undefined): Trigger {
  const { at } = declared;
  return {
    ...declarationOf(declared),
    kind: 'trigger',
    trigger: 'other',
    source: undefined,
    sourceName: undefined,
    function: started,
    enabled: absent(at),
    objectFilter: undefined,
    pattern: undefined,
    filtered: absent(at),
    batchSize: absent(at),
    maximumRetries: absent(at),
    maximumAge: absent(at),
    onFailure: { kind: 'unknown', at, because: 'retry policy' },
    maximumConcurrency: absent(at),
    partialBatch: absent(at),
  };
}
