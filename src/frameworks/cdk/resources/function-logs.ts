import type { Construct } from '../constructs.js';
import { put } from '../draft.js';
import { member, reading, row } from '../rows.js';
import { addDraft, fill, given, isOpen, type Synthesis, scalar } from '../synthesis.js';
import { joinParts } from '../texts.js';

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

/** Days by the CDK's own words. */
export const retention = {
  ...member('aws-logs', 'RetentionDays'),
  read: reading((value) => (value.kind === 'scalar' && Number(value.value) === 9999 ? undefined : value)).read,
};
