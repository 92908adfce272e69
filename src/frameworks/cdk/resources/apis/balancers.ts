import { textOf, type Value } from '../../../../model/value.js';
import type { Construct, Invocation } from '../../constructs/construct.js';
import { given, isOpen } from '../../constructs/given-properties.js';
import { qualifiedName } from '../../constructs/qualified-names.js';
import type { Call, Expression } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { type Draft, put } from '../../synthesis/draft.js';
import { addDraft, addNamed, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { list, map, reference, scalar } from '../../values/made-value.js';

const elb = 'AWS::ElasticLoadBalancingV2::';

/** `new ApplicationLoadBalancer(...)`: inside its network unless it is told to face the internet. */
export function addBalancer(synthesis: Synthesis, construct: Construct): void {
  const draft = addDraft(synthesis, construct, `${elb}LoadBalancer`);
  const facing = given(construct.call, 'internetFacing');
  const value = facing && lowerValue(synthesis.construction, facing.value);
  const known = value === undefined || (value.kind === 'scalar' && typeof value.value === 'boolean');
  const isFacing = value?.kind === 'scalar' && value.value === true;
  if (isOpen(construct.call) || !known) put(draft, ['Scheme'], { kind: 'unknown', at: draft.at, because: 'computed' });
  else put(draft, ['Scheme'], scalar(facing?.keyAt ?? draft.at, isFacing ? 'internet-facing' : 'internal'));
}

/** `balancer.addListener('Id', { port }).addTargets('Id', { targets: [new LambdaTarget(fn)] })`. */
export function addTargets(synthesis: Synthesis, { call, on }: Invocation): void {
  const [name] = call.args;
  const balancer = balancerOf(synthesis, on);
  const functions = itemsIn(given(call, 'targets', 1)?.value).flatMap((target) => functionOf(synthesis, target));
  if (balancer === undefined || name === undefined || functions.length === 0) return;
  const at = { ...call.at, start: call.callee.at.start, end: name.at.end };
  const id = `${balancer.id}/${name.kind === 'literal' ? String(name.value) : 'Targets'}`;
  const group = addNamed(synthesis, { id, type: `${elb}TargetGroup`, at, whole: call.at });
  put(
    group,
    ['Targets'],
    list(
      at,
      functions.map((fn) => map(at, { Id: fn })),
    ),
  );
  const conditions = given(call, 'conditions', 1)?.value;
  const draft = addNamed(synthesis, { id: `${id}/Listener`, type: `${elb}Listener`, at, whole: call.at });
  put(draft, ['LoadBalancerArn'], reference(at, balancer.id));
  putProtocol(synthesis, draft, on);
  const forward = { Type: scalar(at, 'forward'), TargetGroupArn: reference(at, group.id) };
  put(draft, ['DefaultActions'], list(at, [map(at, forward)]));
  if (conditions) put(draft, ['Conditions'], conditionsOf(synthesis, conditions));
}

/** A listener speaks HTTPS where it has a certificate, a port of it, or is told so. */
function putProtocol({ construction }: Synthesis, draft: Draft, on: Expression): void {
  const made = resolve(on);
  if (made.kind !== 'call') return;
  const position = made.callee.kind === 'member' && made.callee.name === 'addListener' ? 1 : 2;
  const [port, protocol] = ['port', 'protocol'].map((name) => given(made, name, position));
  const certificate = given(made, 'certificates', position) ?? given(made, 'certificateArns', position);
  const told = port && lowerValue(construction, port.value);
  const isPlain = protocol === undefined && certificate === undefined && textOf(told) === '80';
  const value: Value = isPlain
    ? scalar(port?.keyAt ?? draft.at, 'HTTP')
    : { kind: 'unknown', at: draft.at, because: 'not followed' };
  put(draft, ['Protocol'], value);
}

/** The balancer of the listener that targets are added to; a listener that lets nobody in by itself is left out. */
function balancerOf({ construction }: Synthesis, on: Expression): Construct | undefined {
  const made = resolve(on);
  if (made.kind !== 'call') return undefined;
  const isMethod = made.callee.kind === 'member' && made.callee.name === 'addListener';
  const position = isMethod ? 1 : 2;
  const of = isMethod && made.callee.kind === 'member' ? made.callee.of : given(made, 'loadBalancer')?.value;
  const balancer = of && construction.byCall.get(resolve(of));
  const isBalancer = balancer?.type === 'aws-elasticloadbalancingv2.ApplicationLoadBalancer';
  return isBalancer && isForAll(made, position) ? balancer : undefined;
}

function isForAll(call: Call, position: number): boolean {
  return !isOpen(call, position) && given(call, 'open', position) === undefined;
}

function functionOf({ construction }: Synthesis, target: Expression): readonly Value[] {
  const call = resolve(target);
  const [fn] = call.kind === 'call' ? call.args : [];
  const isLambda = call.kind === 'call' && /\.LambdaTarget$/.test(qualifiedName(call.callee) ?? '');
  return isLambda && fn ? [lowerValue(construction, fn)] : [];
}

/** `[ListenerCondition.pathPatterns(['/orders'])]`. */
function conditionsOf({ construction }: Synthesis, conditions: Expression): Value {
  const items = itemsIn(conditions).flatMap((condition) => {
    const call = resolve(condition);
    const [values] = call.kind === 'call' ? call.args : [];
    const isPath = call.kind === 'call' && /\.pathPatterns$/.test(qualifiedName(call.callee) ?? '');
    if (!isPath || values === undefined) return [];
    const { at } = condition;
    return [map(at, { Field: scalar(at, 'path-pattern'), Values: lowerValue(construction, values) })];
  });
  return list(conditions.at, items);
}

function itemsIn(expression: Expression | undefined): readonly Expression[] {
  const resolved = expression && resolve(expression);
  return resolved?.kind === 'list' ? resolved.items : [];
}
