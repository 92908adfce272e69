import type { Value } from '../../model/value.js';
import { secretReference } from '../cloudformation/dynamic-references.js';
import type { Construction } from './constructs.js';
import { durationOf } from './durations.js';
import { enumText } from './enums.js';
import type { Call, Expression, Member, Properties } from './expression.js';
import { qualifiedName } from './qualified.js';
import { resolve } from './scope.js';
import { lowerDocument, lowerStatement } from './statement.js';
import { joinParts } from './texts.js';

const deepest = 60;

/** What an expression means as a value of the template that the program would make. */
export function lowerValue(construction: Construction, expression: Expression, depth = 0): Value {
  const { at } = expression;
  if (depth > deepest) return { kind: 'unknown', at, because: 'nested too deeply' };
  const resolved = resolve(expression);
  const away = resolved.at.start === at.start && resolved.at.end === at.end ? {} : { origin: resolved.at };
  switch (resolved.kind) {
    case 'literal':
      return { kind: 'scalar', value: resolved.value, at, ...away };
    case 'text':
      return joinParts(
        at,
        resolved.parts.map((part) => (typeof part === 'string' ? part : lowerValue(construction, part, depth + 1))),
      );
    case 'list':
      return {
        kind: 'list',
        items: resolved.items.map((item) => lowerValue(construction, item, depth + 1)),
        open: resolved.open,
        at,
        ...away,
      };
    case 'properties':
      return { ...lowerProperties(construction, resolved, depth + 1), at, ...away };
    case 'alternative':
      return {
        kind: 'choice',
        among: 'branches',
        at,
        cases: [
          { label: resolved.test, value: lowerValue(construction, resolved.yes, depth + 1) },
          { label: `not ${resolved.test}`, value: lowerValue(construction, resolved.no, depth + 1) },
        ],
      };
    case 'call':
      return { ...lowerCall(construction, resolved, depth + 1), at };
    case 'member':
      return { ...lowerMember(construction, resolved, depth + 1), at };
    case 'opaque':
      return { kind: 'unknown', at, because: resolved.because };
    default:
      return { kind: 'unknown', at, because: 'computed' };
  }
}

export function lowerProperties(construction: Construction, properties: Properties, depth = 0): Value {
  return {
    kind: 'map',
    at: properties.at,
    open: properties.open,
    entries: properties.entries.map(({ key, keyAt, value }) => ({
      key,
      keyAt,
      value: lowerValue(construction, value, depth + 1),
    })),
  };
}

function lowerMember(construction: Construction, member: Member, depth: number): Value {
  const { at, name } = member;
  const qualified = qualifiedName(member);
  if (qualified !== undefined) {
    const pseudo = pseudoOf(qualified);
    return pseudo === undefined ? { kind: 'scalar', value: enumText(qualified), at } : pattern(at, pseudo);
  }
  if (member.of.kind === 'name' && member.of.name === 'this' && pseudos.has(name))
    return pattern(at, pseudos.get(name));
  const of = resolve(member.of);
  const owner = construction.byCall.get(of);
  if (owner !== undefined) {
    const attribute = attributeOf(name);
    return { kind: 'reference', to: owner.id, at, ...(attribute !== undefined && { attribute }) };
  }
  if (of.kind === 'call') return lowerValue(construction, of, depth + 1);
  const because = of.kind === 'opaque' ? of.because : 'computed';
  return { kind: 'unknown', at, because };
}

const pseudos = new Map([
  ['account', 'AWS::AccountId'],
  ['region', 'AWS::Region'],
  ['partition', 'AWS::Partition'],
]);

function pseudoOf(qualified: string): string | undefined {
  return /^core\.(?:Aws|ScopedAws)\./.test(qualified)
    ? new Map([
        ['core.Aws.ACCOUNT_ID', 'AWS::AccountId'],
        ['core.Aws.REGION', 'AWS::Region'],
        ['core.Aws.PARTITION', 'AWS::Partition'],
      ]).get(qualified)
    : undefined;
}

function pattern(at: Value['at'], named: string | undefined): Value {
  return { kind: 'pattern', parts: [named === undefined ? undefined : { named }], at };
}

function attributeOf(name: string): string | undefined {
  if (/StreamArn$/.test(name)) return 'StreamArn';
  return /Arn$/.test(name) ? 'Arn' : undefined;
}

/** What a call gives, as far as that is known without making it. */
function lowerCall(construction: Construction, call: Call, depth: number): Value {
  const { at } = call;
  const made = construction.byCall.get(call);
  if (made !== undefined) return { kind: 'reference', to: made.id, at };
  const qualified = qualifiedName(call.callee);
  if (qualified === undefined) return lowerMethod(construction, call, depth);
  const seconds = durationOf(qualified, call);
  if (seconds !== undefined) return { kind: 'scalar', value: seconds, at };
  if (/\.fromAwsManagedPolicyName$/.test(qualified)) return prefixed(construction, call, 'arn:aws:iam::aws:policy/');
  if (/\.(?:fromLayerVersionArn|fromManagedPolicyArn)$/.test(qualified)) return argument(construction, call, 2);
  if (/SecretValue\.(?:unsafePlainText|plainText)$/.test(qualified)) return argument(construction, call, 0);
  if (/SecretValue\./.test(qualified)) return { kind: 'unknown', at, because: secretReference };
  if (/\.PolicyStatement$/.test(qualified)) return lowerStatement(construction, call);
  if (/\.PolicyDocument$/.test(qualified)) return lowerDocument(construction, call);
  if (/\.from[A-Z]\w*$/.test(qualified)) return { kind: 'unknown', at, because: 'imported resource' };
  const [only] = call.args;
  const given = only === undefined ? undefined : resolve(only);
  if (call.args.length === 1 && given?.kind === 'properties') return lowerProperties(construction, given, depth);
  return { kind: 'unknown', at, because: 'computed' };
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
  const owner = construction.byCall.get(resolve(callee.of));
  if (owner === undefined) return { kind: 'unknown', at, because: 'computed' };
  const arn = { to: owner.id, attribute: 'Arn' };
  if (callee.name === 'arnForObjects') return joinParts(at, [arn, '/', argument(construction, call, 0)]);
  if (callee.name === 'arnForExecuteApi') return executeArn(construction, call, owner.id);
  if (/^(?:addAlias|addVersion)$/.test(callee.name) && depth < deepest) return { kind: 'reference', to: owner.id, at };
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
