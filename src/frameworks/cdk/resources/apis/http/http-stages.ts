import type { Value } from '../../../../../model/value.js';
import type { Construct, Invocation } from '../../../constructs/construct.js';
import { given } from '../../../constructs/given-properties.js';
import type { Call, Expression } from '../../../program/expression.js';
import { resolve } from '../../../program/scope.js';
import { has, put } from '../../../synthesis/draft.js';
import { fill } from '../../../synthesis/fill.js';
import { type Row, reading, row } from '../../../synthesis/rows.js';
import { addNamed, headOf, type Synthesis } from '../../../synthesis/synthesis.js';
import { reference, scalar } from '../../../values/made-value.js';
import { inserter } from '../../../writing/inserter.js';
import { mapDomain } from '../domains.js';

const rows: readonly Row[] = [
  row('stageName', 'StageName'),
  row('throttle.rateLimit', 'DefaultRouteSettings.ThrottlingRateLimit'),
  row('throttle.burstLimit', 'DefaultRouteSettings.ThrottlingBurstLimit'),
  row(
    'accessLogSettings.destination',
    'AccessLogSettings.DestinationArn',
    reading((value) => value),
  ),
];

interface StageMade {
  readonly id: string;
  readonly api: string;
  readonly at: Value['at'];
  readonly position: number;
}

function makeStage(synthesis: Synthesis, call: Call, { id, api, at, position }: StageMade): void {
  const draft = addNamed(synthesis, { id, type: 'AWS::ApiGatewayV2::Stage', at, whole: call.at });
  const stage = { ...draft, insert: inserter(synthesis, call, rows, position) };
  synthesis.drafts.set(draft.id, stage);
  fill(synthesis, stage, { call, position }, rows);
  put(stage, ['ApiId'], reference(at, api));
  if (!has(stage, 'StageName')) put(stage, ['StageName'], scalar(at, '$default'));
}

/** `new HttpStage(this, 'Stage', { httpApi, throttle })` and `new WebSocketStage(...)`. */
export function addHttpStage(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const owner = (given(call, 'httpApi') ?? given(call, 'webSocketApi'))?.value;
  const api = owner && synthesis.construction.byCall.get(resolve(owner));
  if (api === undefined || owner === undefined) return;
  makeStage(synthesis, call, { id: construct.id, api: api.id, at: headOf(construct), position: 2 });
  mapByOptions(synthesis, owner, { call, position: 2, key: 'domainMapping' });
}

/** `api.addStage('Stage', { throttle })`. */
export function addStageTo(synthesis: Synthesis, { call, on }: Invocation, api: Construct): void {
  const [name] = call.args;
  const id = `${api.id}/${name?.kind === 'literal' ? String(name.value) : 'Stage'}`;
  const at = name === undefined ? call.at : { ...call.at, end: name.at.end };
  makeStage(synthesis, call, { id, api: api.id, at, position: 1 });
  mapByOptions(synthesis, on, { call, position: 1, key: 'domainMapping' });
}

/** `domainMapping: { domainName }` of a stage, `defaultDomainMapping` of an API. */
export function mapByOptions(
  synthesis: Synthesis,
  api: Expression,
  { call, position, key }: { call: Call; position: number; key: string },
): void {
  const options = given(call, key, position)?.value;
  const resolved = options && resolve(options);
  const only = resolved?.kind === 'call' ? resolved.args[0] : resolved;
  const name = only?.kind === 'properties' ? only.entries.find((entry) => entry.key === 'domainName') : undefined;
  if (name) mapDomain(synthesis, name.value, { api, call });
}
