import type { Value } from '../../../../model/value.js';
import { type Construct, propertiesOf } from '../../constructs/construct.js';
import { given } from '../../constructs/given-properties.js';
import type { Expression } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { append } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { arn, reading, row } from '../../synthesis/rows.js';
import { addDraft, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { map, scalar } from '../../values/made-value.js';

/** `new events.Rule(...)` with its targets, and those added later. */
export function addRule(synthesis: Synthesis, construct: Construct): void {
  const draft = addDraft(synthesis, construct, 'AWS::Events::Rule');
  const { call } = construct;
  fill(synthesis, draft, { call }, [
    row('eventPattern', 'EventPattern', reading(pattern)),
    row(
      'schedule',
      'ScheduleExpression',
      reading(({ at }) => scalar(at, 'rate(1 day)')),
    ),
    row('eventBus', 'EventBusName'),
    row(
      'enabled',
      'State',
      reading((value) =>
        value.kind === 'scalar' ? { ...value, value: value.value === false ? 'DISABLED' : 'ENABLED' } : value,
      ),
    ),
  ]);
  const targets = given(call, 'targets')?.value;
  const resolved = targets && resolve(targets);
  if (resolved?.kind === 'list') for (const target of resolved.items) addTarget(synthesis, construct, target);
}

/** Keys of a pattern in the words of EventBridge. */
function pattern(value: Value): Value {
  if (value.kind !== 'map') return value;
  const entries = value.entries.map((entry) => ({
    ...entry,
    key: entry.key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  }));
  return { ...value, entries };
}

export function addTarget(synthesis: Synthesis, rule: Construct, target: Expression): void {
  const draft = synthesis.drafts.get(rule.id);
  const wrapped = resolve(target);
  if (draft === undefined || wrapped.kind !== 'call') return;
  const [to] = wrapped.args;
  if (to === undefined) return;
  const { at } = target;
  const properties = propertiesOf(wrapped, 1);
  const dead = given(wrapped, 'deadLetterQueue', 1)?.value;
  const attempts = given(wrapped, 'retryAttempts', 1)?.value;
  const age = given(wrapped, 'maxEventAge', 1)?.value;
  const lower = (expression: Expression | undefined) => expression && lowerValue(synthesis.construction, expression);
  const retry =
    attempts || age
      ? map(at, { MaximumRetryAttempts: lower(attempts), MaximumEventAgeInSeconds: lower(age) })
      : undefined;
  const entry = map(at, {
    Arn: arn.read(lowerValue(synthesis.construction, to), synthesis),
    DeadLetterConfig: dead && map(at, { Arn: lower(dead) }),
    RetryPolicy: retry,
  });
  append(draft, 'Targets', properties === 'unknown' && entry.kind === 'map' ? { ...entry, open: true } : entry);
}
