import { constructOf, type Invocation } from '../../constructs/construct.js';
import { qualifiedName } from '../../constructs/qualified-names.js';
import type { Expression } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { type Draft, put } from '../../synthesis/draft.js';
import type { Synthesis } from '../../synthesis/synthesis.js';
import { reference } from '../../values/made-value.js';

/** `alarm.addAlarmAction(new SnsAction(topic))`: others may be added elsewhere. */
export function addAlarmAction(synthesis: Synthesis, invocation: Invocation): void {
  const alarm = alarmOf(synthesis, invocation.on);
  const topics = invocation.call.args.flatMap((action) => topicOf(synthesis, action) ?? []);
  if (alarm === undefined || topics.length === 0) return;
  const { at } = invocation.call;
  const items = topics.map((id) => reference(at, id));
  put(alarm, ['AlarmActions'], { kind: 'list', items, open: true, at });
}

/** An alarm that was made by itself, or of a metric in the same text. */
function alarmOf({ construction, drafts }: Synthesis, on: Expression): Draft | undefined {
  const made = resolve(on);
  const own = construction.byCall.get(made);
  if (own !== undefined) return drafts.get(own.id);
  return [...drafts.values()].find(
    ({ type, whole }) =>
      type === 'AWS::CloudWatch::Alarm' &&
      whole.path === made.at.path &&
      whole.start === made.at.start &&
      whole.end === made.at.end,
  );
}

/** The topic that an action of an alarm notifies. */
export function topicOf({ construction }: Synthesis, action: Expression): string | undefined {
  const made = resolve(action);
  const isTopic = made.kind === 'call' && qualifiedName(made.callee) === 'aws-cloudwatch-actions.SnsAction';
  const [topic] = isTopic ? made.args : [];
  return topic && constructOf(construction, topic)?.id;
}
