import { plainTrigger } from '../../../../clouds/plain/trigger.js';
import type { Trigger } from '../../../../model/trigger.js';
import { type Declared, declarationOf } from '../cloud.js';

/** A trigger of which nothing is known but what it starts. */
export function triggerOf(declared: Declared, started: string | undefined): Trigger {
  const { at } = declared;
  return plainTrigger({
    ...declarationOf(declared),
    trigger: 'other',
    source: undefined,
    function: started,
    onFailure: { kind: 'unknown', at, because: 'retry policy' },
  });
}
