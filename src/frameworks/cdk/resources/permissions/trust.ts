import type { Literal } from '../../../../model/literal.js';
import type { Value } from '../../../../model/value.js';
import { type Construct, programAt } from '../../constructs/construct.js';
import { given } from '../../constructs/given-properties.js';
import { qualifiedName } from '../../constructs/qualified-names.js';
import type { Expression, Program } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import type { Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { list, map, scalar } from '../../values/made-value.js';
import { principalOf } from '../../values/policy-principals.js';
import { nameFor } from '../../writing/imported-names.js';
import { printPlain } from '../../writing/printing.js';

/** The trust policy that `assumedBy` and `externalIds` make. */
export function trustIn(synthesis: Synthesis, { call }: Construct, assumed: Expression): Value {
  const { construction } = synthesis;
  const principal = principalOf(construction, assumed);
  if (principal.kind === 'unknown') return principal;
  synthesis.writing.replacing.set(principal, (literal) =>
    admitted(programAt(construction, assumed.at), assumed, literal),
  );
  const { at } = principal;
  const external = given(call, 'externalIds') ?? given(call, 'externalId');
  const statement = map(at, {
    Effect: scalar(at, 'Allow'),
    ...tokensIn(synthesis, assumed),
    Principal: principal,
    ...(external && {
      Condition: map(at, { StringEquals: map(at, { 'sts:ExternalId': lowerValue(construction, external.value) }) }),
    }),
  });
  return map(at, { Statement: list(at, [statement]) });
}

/** Principals that come with tokens of their own, by whether their class says how. */
const federated = new Map([
  ['aws-iam.FederatedPrincipal', undefined],
  ['aws-iam.WebIdentityPrincipal', 'sts:AssumeRoleWithWebIdentity'],
  ['aws-iam.OpenIdConnectPrincipal', 'sts:AssumeRoleWithWebIdentity'],
]);

/** How a principal assumes the role, and what its tokens have to say; those within others are not looked at. */
function tokensIn({ construction }: Synthesis, assumed: Expression): Readonly<Record<string, Value>> {
  const call = resolve(assumed);
  const { at } = assumed;
  const name = call.kind === 'call' ? (qualifiedName(call.callee) ?? '') : '';
  const usual = { Action: scalar(at, 'sts:AssumeRole') };
  const isComposed = name === 'aws-iam.CompositePrincipal';
  if (call.kind !== 'call' || (isComposed && call.args.some(bringsTokens))) {
    return { ...usual, Condition: { kind: 'unknown', at, because: 'several principals' } };
  }
  if (isComposed || !federated.has(name)) return usual;
  const [, conditions, action] = call.args;
  const said = federated.get(name) ?? action;
  return {
    Action: typeof said === 'object' ? lowerValue(construction, said) : scalar(at, said ?? 'sts:AssumeRole'),
    ...(conditions && { Condition: lowerValue(construction, conditions) }),
  };
}

function bringsTokens(expression: Expression): boolean {
  const call = resolve(expression);
  const name = call.kind === 'call' ? qualifiedName(call.callee) : undefined;
  return name === undefined || federated.has(name) || name === 'aws-iam.CompositePrincipal';
}

/** `new iam.ServicePrincipal('lambda.amazonaws.com')` in the place of another principal. */
function admitted(program: Program, assumed: Expression, literal: Literal) {
  const name = nameFor(program, 'aws-iam.ServicePrincipal');
  const service = literal !== null && typeof literal === 'object' && 'Service' in literal ? literal.Service : undefined;
  if (name === undefined || typeof service !== 'string') return undefined;
  const text = `${name}(${printPlain(program, service)})`;
  return [{ ...assumed.at, text: program.language === 'python' ? text : `new ${text}` }];
}
