import type { Construct, Invocation } from '../../constructs/construct.js';
import { isOpen } from '../../constructs/given-properties.js';
import { append, put } from '../../synthesis/draft.js';
import { addDraft, type Synthesis } from '../../synthesis/synthesis.js';
import { map, scalar } from '../../values/made-value.js';

/** A trail logs unless it is stopped; which calls on data it has is added to it. */
export function addTrail(synthesis: Synthesis, construct: Construct): void {
  const draft = addDraft(synthesis, construct, 'AWS::CloudTrail::Trail');
  draft.open = isOpen(construct.call);
  put(draft, ['IsLogging'], scalar(draft.at, true));
}

/** `trail.logAllLambdaDataEvents()` and its like. */
export function addSelector(synthesis: Synthesis, { call }: Invocation, trail: Construct): void {
  const draft = synthesis.drafts.get(trail.id);
  if (draft) append(draft, 'EventSelectors', map(call.at, { ReadWriteType: scalar(call.at, 'All') }));
}
