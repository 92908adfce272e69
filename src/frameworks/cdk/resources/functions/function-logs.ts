import type { Construct } from '../../constructs/construct.js';
import { given, isOpen } from '../../constructs/given-properties.js';
import { put } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { member, reading, row } from '../../synthesis/rows.js';
import { addDraft, type Synthesis } from '../../synthesis/synthesis.js';
import { joinParts } from '../../values/joined-text.js';
import { scalar } from '../../values/made-value.js';

/** `logRetention` makes the function's log group keep its events that long. */
export function addLogs(synthesis: Synthesis, construct: Construct): void {
  const found = given(construct.call, 'logRetention');
  if (found === undefined) {
    addManaged(synthesis, construct);
    return;
  }
  const group = addDraft(synthesis, construct, 'AWS::Logs::LogGroup', 'LogRetention');
  const at = found.keyAt;
  put(group, ['LogGroupName'], joinParts(at, ['/aws/lambda/', { to: construct.id }]));
  fill(synthesis, group, construct, [row('logRetention', 'RetentionInDays', retention)]);
}

/** The days that a log group of the CDK keeps its events where nothing is said. */
export const defaultRetention = 731;

function addManaged(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  if (!synthesis.settings.managedLogs || isOpen(call) || given(call, 'logGroup') !== undefined) return;
  const group = addDraft(synthesis, construct, 'AWS::Logs::LogGroup', 'LogGroup');
  put(group, ['LogGroupName'], joinParts(group.at, ['/aws/lambda/', { to: construct.id }]));
  put(group, ['RetentionInDays'], scalar(group.at, defaultRetention));
}

/** What the CDK's own words have for ever as: a template says nothing then, or 0 days. */
const forEver = 9999;

/** Days by the CDK's own words. */
export const retention = {
  ...member('aws-logs', 'RetentionDays'),
  read: reading((value) =>
    value.kind === 'scalar' && Number(value.value) === forEver ? { ...value, value: 0 } : value,
  ).read,
};
