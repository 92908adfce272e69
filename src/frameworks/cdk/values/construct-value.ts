import { secretReference } from '../../../clouds/aws/dynamic-references.js';
import type { Value } from '../../../model/value.js';
import { type Construction, isNothing } from '../constructs/construct.js';
import { enumText } from '../constructs/enumerations.js';
import { qualifiedName } from '../constructs/qualified-names.js';
import type { Alternative, Expression, Member, Properties } from '../program/expression.js';
import { resolve } from '../program/scope.js';
import { lowerCall } from './call-value.js';
import { joinParts } from './joined-text.js';

const deepest = 60;

/** What an expression means as a value of the template that the program would make. */
export function lowerValue(construction: Construction, expression: Expression, depth = 0): Value {
  const { at } = expression;
  construction.budget.left -= 1;
  if (depth > deepest || construction.budget.left < 0) return { kind: 'unknown', at, because: 'nested too deeply' };
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
      return lowerAlternative(construction, { ...resolved, at }, depth + 1);
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

function lowerAlternative(construction: Construction, { cases, at }: Alternative, depth: number): Value {
  const lowered = cases.map(({ label, value }) => ({ label, value: lowerValue(construction, value, depth) }));
  return { kind: 'choice', among: 'branches', at, cases: lowered };
}

export function lowerProperties(construction: Construction, properties: Properties, depth = 0): Value {
  return {
    kind: 'map',
    at: properties.at,
    open: properties.open,
    entries: properties.entries.flatMap(({ key, keyAt, value }) =>
      isNothing(value) ? [] : [{ key, keyAt, value: lowerValue(construction, value, depth + 1) }],
    ),
  };
}

function lowerMember(construction: Construction, member: Member, depth: number): Value {
  const { at, name } = member;
  const qualified = qualifiedName(member);
  if (qualified !== undefined) {
    const pseudo = pseudoOf(qualified);
    return pseudo === undefined ? { kind: 'scalar', value: enumText(qualified), at } : pattern(at, pseudo);
  }
  if (name === 'secretValue') return { kind: 'unknown', at, because: secretReference };
  if (member.of.kind === 'name' && member.of.name === 'this' && pseudos.has(name))
    return pattern(at, pseudos.get(name));
  const of = resolve(member.of);
  const owner = ownerOf(construction, of);
  if (owner !== undefined) {
    const attribute = attributeOf(name);
    return { kind: 'reference', to: owner, at, ...(attribute !== undefined && { attribute }) };
  }
  if (of.kind === 'call') return lowerValue(construction, of, depth + 1);
  const because = of.kind === 'opaque' ? of.because : 'computed';
  return { kind: 'unknown', at, because };
}

/** Things that a construct makes beside itself, by the property that has them. */
const parts = new Map([
  ['deploymentStage', 'Stage'],
  ['defaultStage', 'DefaultStage'],
  ['role', 'ServiceRole'],
  ['deadLetterQueue', 'DeadLetterQueue'],
]);

/** The resource that a chain of properties begins at: `api.deploymentStage`, `fn.currentVersion`. */
export function ownerOf(construction: Pick<Construction, 'byCall'>, expression: Expression): string | undefined {
  const direct = construction.byCall.get(expression);
  if (direct !== undefined) return direct.id;
  if (expression.kind !== 'member') return undefined;
  const owner = construction.byCall.get(resolve(expression.of));
  if (owner === undefined) return undefined;
  const part = parts.get(expression.name);
  if (part !== undefined) return `${owner.id}/${part}`;
  return /^(?:currentVersion|latestVersion)$/.test(expression.name) ? owner.id : undefined;
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

/** Secrets that a resource answers, by the names that the CDK gives them. */
const answered = new Map([
  ['attrSecretAccessKey', 'SecretAccessKey'],
  ['secretAccessKey', 'SecretAccessKey'],
  ['attrApiKey', 'ApiKey'],
]);

function attributeOf(name: string): string | undefined {
  const secret = answered.get(name);
  if (secret !== undefined) return secret;
  if (/StreamArn$/.test(name)) return 'StreamArn';
  return /Arn$/.test(name) ? 'Arn' : undefined;
}
