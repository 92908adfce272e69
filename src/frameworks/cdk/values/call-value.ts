import { secretReference } from '../../../clouds/aws/dynamic-references.js';
import type { Value } from '../../../model/value.js';
import type { Construction } from '../constructs/construct.js';
import { durationOf } from '../constructs/durations.js';
import { givenBy } from '../constructs/inlining.js';
import { qualifiedName } from '../constructs/qualified-names.js';
import { type Call, oneOfTwo } from '../program/expression.js';
import { resolve } from '../program/scope.js';
import { lowerProperties, lowerValue } from './construct-value.js';
import { joinParts } from './joined-text.js';
import { lowerDocument, lowerStatement } from './policy-statement.js';

/** Calls that stand for what they are given. */
const verbatim =
  /^(?:aws-iam\.Policy(?:Document|Statement)\.fromJson|aws-lambda\.Runtime|aws-apigateway\.LogGroupLogDestination|aws-events\.Schedule\.expression|aws-lambda\.FilterCriteria\.filter)$/;

/** What a call gives, as far as that is known without making it. */
export function lowerCall(construction: Construction, call: Call, depth: number): Value {
  const { at } = call;
  const made = construction.byCall.get(call);
  if (made !== undefined) return { kind: 'reference', to: made.id, at };
  const qualified = qualifiedName(call.callee);
  if (qualified === undefined) {
    const given = givenBy(construction, call);
    return given === undefined ? lowerMethod(construction, call, depth) : lowerValue(construction, given, depth + 1);
  }
  const seconds = durationOf(qualified, call);
  if (seconds !== undefined) return { kind: 'scalar', value: seconds, at };
  if (/\.fromAwsManagedPolicyName$/.test(qualified)) return prefixed(construction, call, 'arn:aws:iam::aws:policy/');
  if (/\.(?:fromLayerVersionArn|fromManagedPolicyArn)$/.test(qualified)) return argument(construction, call, 2);
  if (verbatim.test(qualified)) return argument(construction, call, 0);
  if (/SecretValue\.(?:unsafePlainText|plainText)$/.test(qualified)) return argument(construction, call, 0);
  if (/SecretValue\./.test(qualified)) return { kind: 'unknown', at, because: secretReference };
  if (qualified === 'core.Fn.conditionIf') return lowerCondition(construction, call, depth);
  if (/\.PolicyStatement$/.test(qualified)) return lowerStatement(construction, call);
  if (/\.PolicyDocument$/.test(qualified)) return lowerDocument(construction, call);
  if (/\.from[A-Z]\w*$/.test(qualified)) return { kind: 'unknown', at, because: 'imported resource' };
  const [only] = call.args;
  const given = only === undefined ? undefined : resolve(only);
  if (call.args.length === 1 && given?.kind === 'properties') return lowerProperties(construction, given, depth);
  return { kind: 'unknown', at, because: 'computed' };
}

/** `Fn.conditionIf(condition, yes, no)`. */
function lowerCondition(construction: Construction, call: Call, depth: number): Value {
  const [condition, yes, no] = call.args;
  if (condition === undefined || yes === undefined || no === undefined || call.open)
    return { kind: 'unknown', at: call.at, because: 'computed' };
  const of = condition.kind === 'member' ? construction.byCall.get(resolve(condition.of)) : undefined;
  const said = resolve(condition);
  const name = of?.id ?? (said.kind === 'literal' ? String(said.value) : 'a condition');
  return lowerValue(construction, oneOfTwo(name, { yes, no, at: call.at }), depth + 1);
}

function prefixed(construction: Construction, call: Call, prefix: string): Value {
  return joinParts(call.at, [prefix, argument(construction, call, 0)]);
}

function argument(construction: Construction, call: Call, position: number): Value {
  const given = call.args[position];
  return given === undefined
    ? { kind: 'unknown', at: call.at, because: 'computed' }
    : lowerValue(construction, given, 1);
}

/** Methods of constructs that give an ARN or the construct itself. */
function lowerMethod(construction: Construction, call: Call, depth: number): Value {
  const { at, callee } = call;
  if (callee.kind !== 'member') return { kind: 'unknown', at, because: 'computed' };
  if (callee.name === 'secretValueFromJson') return { kind: 'unknown', at, because: secretReference };
  if (callee.name === 'unsafeUnwrap') return lowerValue(construction, callee.of, depth + 1);
  const owner = construction.byCall.get(resolve(callee.of));
  if (owner === undefined) {
    const said = callee.name === 'toString' ? lowerValue(construction, callee.of, depth + 1) : undefined;
    return said?.kind === 'unknown' || said?.kind === 'choice' ? said : { kind: 'unknown', at, because: 'computed' };
  }
  const arn = { to: owner.id, attribute: 'Arn' };
  if (callee.name === 'arnForObjects') return joinParts(at, [arn, '/', argument(construction, call, 0)]);
  if (callee.name === 'arnForExecuteApi') return executeArn(construction, call, owner.id);
  if (/^(?:addAlias|addVersion)$/.test(callee.name)) return { kind: 'reference', to: owner.id, at };
  if (callee.name === 'toString') return lowerValue(construction, callee.of, depth + 1);
  return { kind: 'unknown', at, because: 'computed' };
}

/** `api.arnForExecuteApi(method, path, stage)`: everything that is not named is meant. */
function executeArn(construction: Construction, call: Call, api: string): Value {
  const { at } = call;
  const [method = '*', path = '/*', stage = '*'] = call.args.map((given) => lowerValue(construction, given, 1));
  const whose: Value = { kind: 'pattern', parts: [{ named: 'AWS::Region' }, ':', { named: 'AWS::AccountId' }], at };
  return joinParts(at, ['arn:aws:execute-api:', whose, ':', { to: api }, '/', stage, '/', method, path]);
}
