import type { Construct } from '../../constructs/construct.js';
import { given, isOpen } from '../../constructs/given-properties.js';
import { resolve } from '../../program/scope.js';
import { put } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { arn, row, seconds } from '../../synthesis/rows.js';
import { addDraft, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { scalar } from '../../values/made-value.js';

/** `new Schedule(this, 'Nightly', { schedule, target: new LambdaInvoke(fn, { deadLetterQueue }) })`. */
export function addSchedule(synthesis: Synthesis, construct: Construct): void {
  const draft = addDraft(synthesis, construct, 'AWS::Scheduler::Schedule');
  draft.open = isOpen(construct.call);
  put(draft, ['ScheduleExpression'], scalar(draft.at, 'rate(1 day)'));
  const target = given(construct.call, 'target')?.value;
  const call = target && resolve(target);
  const [to] = call?.kind === 'call' ? call.args : [];
  if (call?.kind !== 'call' || to === undefined) return;
  const function_ = arn.read(lowerValue(synthesis.construction, to), synthesis);
  if (function_) put(draft, ['Target', 'Arn'], function_);
  fill(synthesis, draft, { call, position: 1 }, [
    row('deadLetterQueue', 'Target.DeadLetterConfig.Arn', arn),
    row('retryAttempts', 'Target.RetryPolicy.MaximumRetryAttempts'),
    row('maxEventAge', 'Target.RetryPolicy.MaximumEventAgeInSeconds', seconds),
  ]);
}
