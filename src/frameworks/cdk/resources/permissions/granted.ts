import type { Span } from '../../../../model/span.js';
import type { PatternPart, Value } from '../../../../model/value.js';
import { type Construct, constructOf } from '../../constructs/construct.js';
import { given } from '../../constructs/given-properties.js';
import { append } from '../../synthesis/draft.js';
import type { Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { joinParts } from '../../values/joined-text.js';
import { list, map, reference, scalar } from '../../values/made-value.js';
import type { GrantActions } from './grants.data.js';

/** Who is given something, and what of. */
export interface Granted {
  readonly role: string;
  readonly owner: Construct;
  readonly at: Span;
  /** Of a bucket: the keys that it is about. */
  readonly objects?: Value | undefined;
}

export function statement(
  at: Span,
  actions: Value,
  resources: readonly Value[],
  condition?: GrantActions['condition'],
): Value {
  const Condition =
    condition &&
    map(
      at,
      Object.fromEntries(
        Object.entries(condition).map(([operator, keys]) => [
          operator,
          map(at, Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, scalar(at, value)]))),
        ]),
      ),
    );
  return map(at, { Effect: scalar(at, 'Allow'), Action: actions, Resource: list(at, resources), Condition });
}

/** What a method says it gives is written; what the CDK adds for it is implied. */
export function addGranted(synthesis: Synthesis, granted: Granted, grant: GrantActions): void {
  const { role, at } = granted;
  const said = (one: GrantActions) =>
    statement(at, actionsOf(at, one.actions), resourcesOf(synthesis, granted, one), one.condition);
  if (grant.on === 'everything') addImplied(synthesis, role, [said(grant)]);
  else addPermissions(synthesis, role, said(grant));
  addImplied(synthesis, role, (grant.besides ?? []).map(said));
  const key = keyOf(synthesis, granted.owner);
  if (key !== undefined && grant.withKey !== undefined)
    addImplied(synthesis, role, [statement(at, actionsOf(at, grant.withKey), [key])]);
}

/** Gives a role the permissions of statements. */
export function addPermissions(synthesis: Synthesis, role: string, statements: Value): void {
  const draft = synthesis.drafts.get(role);
  if (draft === undefined) return;
  const { at } = statements;
  const listed = statements.kind === 'list' ? statements : list(at, [statements]);
  append(draft, 'Policies', map(at, { PolicyDocument: map(at, { Statement: listed }) }));
}

/** Gives a role what nobody wrote. */
export function addImplied({ drafts }: Synthesis, role: string, statements: readonly Value[]): void {
  const draft = drafts.get(role);
  if (draft !== undefined && statements.length > 0) draft.implied = [...(draft.implied ?? []), ...statements];
}

export function actionsOf(at: Span, actions: readonly string[]): Value {
  return list(
    at,
    actions.map((action) => scalar(at, action)),
  );
}

function resourcesOf(
  synthesis: Synthesis,
  { owner, at, objects }: Granted,
  { on, inside }: GrantActions,
): readonly Value[] {
  const own = { to: owner.id, attribute: 'Arn' };
  const itself = reference(at, owner.id, 'Arn');
  const parts = inside === undefined ? [] : [joinParts(at, objects ? [own, '/', objects] : [own, inside])];
  if (on === 'everything') return [scalar(at, '*')];
  if (on === 'stream') return [reference(at, owner.id, 'StreamArn')];
  if (on === 'inside') return parts;
  if (on === 'executions') return [here(at, 'states', 'execution:', { to: owner.id, attribute: 'Name' }, ':*')];
  if (on === 'connections') return [here(at, 'execute-api', { to: owner.id }, '/*/*/@connections/*')];
  return hasIndexes(synthesis, owner) ? [itself, joinParts(at, [own, '/index/*'])] : [itself, ...parts];
}

/** An ARN of the account and region that the stack is deployed to. */
function here(at: Span, service: string, ...rest: readonly PatternPart[]): Value {
  const parts = [`arn:aws:${service}:`, { named: 'AWS::Region' }, ':', { named: 'AWS::AccountId' }, ':', ...rest];
  return { kind: 'pattern', at, parts };
}

/** Whoever may read or write a table may do so by its indexes, if it has any. */
function hasIndexes({ construction }: Synthesis, owner: Construct): boolean {
  if (!owner.type.startsWith('aws-dynamodb.')) return false;
  if (['globalSecondaryIndexes', 'localSecondaryIndexes'].some((key) => given(owner.call, key))) return true;
  return construction.invocations.some(
    ({ on, method }) => /^add(?:Global|Local)SecondaryIndex$/.test(method) && constructOf(construction, on) === owner,
  );
}

const keyProperties: ReadonlyMap<string, string> = new Map([
  ['aws-dynamodb.Table', 'encryptionKey'],
  ['aws-s3.Bucket', 'encryptionKey'],
  ['aws-sqs.Queue', 'encryptionMasterKey'],
  ['aws-sns.Topic', 'masterKey'],
  ['aws-kinesis.Stream', 'encryptionKey'],
]);

/** The key that is given for a resource, if it is one of this program. */
function keyOf({ construction }: Synthesis, owner: Construct): Value | undefined {
  const property = given(owner.call, keyProperties.get(owner.type) ?? '');
  const value = property && lowerValue(construction, property.value);
  return value?.kind === 'reference' ? { ...value, attribute: 'Arn' } : undefined;
}
