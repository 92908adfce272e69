import type { Resource } from '../../../model/resource.js';
import type { Trigger, TriggerKind } from '../../../model/trigger.js';
import type { Value } from '../../../model/value.js';
import { plainTrigger } from '../../plain/trigger.js';
import { type Mapping, nameOf, referent } from '../mapping.js';

/** What every trigger says: what it is, where events come from, which function they start. */
export interface TriggerStart {
  readonly resource: Resource;
  readonly trigger: TriggerKind;
  readonly source: Value | undefined;
  readonly function: string | undefined;
}

/** A trigger without any settings of its own. */
export function triggerOf(mapping: Mapping, { resource, trigger, source, function: starts }: TriggerStart): Trigger {
  return plainTrigger({
    ...resource,
    trigger,
    source: referent(mapping, source),
    sourceName: nameOf(source),
    function: starts,
  });
}
