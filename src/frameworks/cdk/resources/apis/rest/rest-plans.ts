import type { Value } from '../../../../../model/value.js';
import type { Construct, Invocation } from '../../../constructs/construct.js';
import { given, isOpen } from '../../../constructs/given-properties.js';
import type { Call, Expression } from '../../../program/expression.js';
import { resolve } from '../../../program/scope.js';
import { append, type Draft } from '../../../synthesis/draft.js';
import { fill } from '../../../synthesis/fill.js';
import { row } from '../../../synthesis/rows.js';
import { addNamed, headOf, type Synthesis } from '../../../synthesis/synthesis.js';
import { lowerValue } from '../../../values/construct-value.js';
import { map, reference } from '../../../values/made-value.js';

const rows = [
  row('throttle.rateLimit', 'Throttle.RateLimit'),
  row('throttle.burstLimit', 'Throttle.BurstLimit'),
  row('quota.limit', 'Quota.Limit'),
];

/** `new UsagePlan(...)`. */
export function addPlan(synthesis: Synthesis, construct: Construct): void {
  makePlan(synthesis, construct, { id: construct.id, at: headOf(construct), position: 2 });
}

/** `api.addUsagePlan('Plan', { throttle })`: limits nothing before a stage is added to it. */
export function addPlanTo(synthesis: Synthesis, { call }: Invocation, api: Construct): void {
  const plan = makePlan(synthesis, { call }, { id: `${api.id}/UsagePlan`, at: call.at, position: 1 });
  if (given(call, 'apiStages', 1) || isOpen(call, 1)) coverWhole(plan, api.id, call.at);
}

function makePlan(
  synthesis: Synthesis,
  { call }: { call: Call },
  { id, at, position }: { id: string; at: Value['at']; position: number },
): Draft {
  const draft = addNamed(synthesis, { id, type: 'AWS::ApiGateway::UsagePlan', at, whole: call.at });
  fill(synthesis, draft, { call, position }, rows);
  const stages = given(call, 'apiStages', position)?.value;
  const listed = stages && resolve(stages);
  for (const stage of listed?.kind === 'list' ? listed.items : []) cover(synthesis, draft, stage);
  return draft;
}

function cover(synthesis: Synthesis, plan: Draft, options: Expression): void {
  const resolved = resolve(options);
  const value = lowerValue(synthesis.construction, options);
  if (value.kind !== 'map') return;
  const of = (key: string) => value.entries.find((entry) => entry.key === key)?.value;
  const named = of('api') ?? of('stage');
  if (named?.kind !== 'reference') return;
  const api = named.to.replace(/\/Stage$/, '');
  append(plan, 'ApiStages', map(resolved.at, { ApiId: reference(resolved.at, api) }));
}

/** `plan.addApiStage({ stage, api })`. */
export function addStageToPlan(synthesis: Synthesis, { call, on }: Invocation): void {
  const plan = synthesis.construction.byCall.get(on);
  const [options] = call.args;
  const api = apiOfPlan(synthesis, on);
  const draft = synthesis.drafts.get(plan?.id ?? (api === undefined ? '' : `${api}/UsagePlan`));
  if (draft && api !== undefined) coverWhole(draft, api, call.at);
  if (draft && options) cover(synthesis, draft, options);
}

/** A plan that an API made is meant for it, whichever of its stages is added. */
function coverWhole(plan: Draft, api: string, at: Value['at']): void {
  append(plan, 'ApiStages', map(at, { ApiId: reference(at, api) }));
}

/** The API whose `addUsagePlan(...)` made a plan. */
function apiOfPlan(synthesis: Synthesis, on: Expression): string | undefined {
  if (on.kind !== 'call' || on.callee.kind !== 'member' || on.callee.name !== 'addUsagePlan') return undefined;
  return synthesis.construction.byCall.get(resolve(on.callee.of))?.id;
}
