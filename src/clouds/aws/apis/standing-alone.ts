import type { Mapping } from '../mapping.js';
import type { Declared } from '../template.js';

/** Whether a route can go without anything else: nothing of its stack names it. Where that cannot be told, it cannot. */
export function standsAlone({ template }: Mapping, { id, generated }: Declared): boolean {
  const { isNamedElsewhere, isReferredTo, open } = template;
  if (generated === true) return false;
  if (isNamedElsewhere !== undefined) return !isNamedElsewhere(id);
  return isReferredTo !== undefined && !open && !isReferredTo(id);
}
