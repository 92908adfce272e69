import type { Value } from '../../../../model/value.js';
import type { Construct, Invocation } from '../../constructs/construct.js';
import { given, isOpen } from '../../constructs/given-properties.js';
import { append, put } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { type Row, row } from '../../synthesis/rows.js';
import { addDraft, type Synthesis } from '../../synthesis/synthesis.js';
import { list, map, scalar } from '../../values/made-value.js';
import { inserter } from '../../writing/inserter.js';

const rows: readonly Row[] = [
  row('isMultiRegionTrail', 'IsMultiRegionTrail'),
  row('enableFileValidation', 'EnableLogFileValidation'),
  row('encryptionKey', 'KMSKeyId'),
];

/** What the construct says where its author says nothing. */
const usual = [
  ['isMultiRegionTrail', 'IsMultiRegionTrail'],
  ['enableFileValidation', 'EnableLogFileValidation'],
] as const;

/** A trail logs unless it is stopped; which calls on data it has is added to it. */
export function addTrail(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const draft = {
    ...addDraft(synthesis, construct, 'AWS::CloudTrail::Trail'),
    insert: inserter(synthesis, call, rows),
  };
  draft.open = isOpen(call);
  synthesis.drafts.set(draft.id, draft);
  put(draft, ['IsLogging'], scalar(draft.at, true));
  fill(synthesis, draft, { call }, rows);
  if (draft.open) return;
  for (const [prop, key] of usual) if (given(call, prop) === undefined) put(draft, [key], scalar(draft.at, true));
  const sent = given(call, 'sendToCloudWatchLogs')?.value;
  if (sent?.kind === 'literal' && sent.value === true)
    put(draft, ['CloudWatchLogsLogGroupArn'], scalar(draft.at, 'made by the construct'));
}

/** `trail.logAllLambdaDataEvents()` and its like. */
export function addSelector(synthesis: Synthesis, { call }: Invocation, trail: Construct): void {
  const draft = synthesis.drafts.get(trail.id);
  if (draft === undefined) return;
  append(
    draft,
    'EventSelectors',
    map(call.at, { ReadWriteType: scalar(call.at, 'All'), DataResources: resourcesOf(call) }),
  );
}

/** What a method selects; the general one takes the kind of resource as an argument. */
function resourcesOf(call: Invocation['call']): Value {
  const name = call.callee.kind === 'member' ? call.callee.name : '';
  const type = /Lambda/.test(name) ? 'AWS::Lambda::Function' : /S3/.test(name) ? 'AWS::S3::Object' : undefined;
  if (type === undefined) return { kind: 'unknown', at: call.at, because: 'kind of data' };
  return list(call.at, [map(call.at, { Type: scalar(call.at, type) })]);
}
