import type { Grant, Principal, Terms } from '../../../model/identity.js';
import type { Literal } from '../../../model/literal.js';
import type { Edit } from '../../../model/span.js';
import { entryOf, type MapValue, textOf, type Value, valueAt } from '../../../model/value.js';
import { jsonPattern, jsonValue } from '../../../notation/json/text.js';
import { silentWriter } from '../../../notation/silent-writer.js';
import type { Reading, Writer } from '../../../notation/writer.js';
import { type Branched, flatten, variantsOf } from '../../values/branches.js';
import { termsOf } from '../../values/terms.js';
import { readConditions } from './conditions.js';
import { readPrincipals } from './principals.js';

/**
 * One statement of an IAM document: who may do what on what, when. Resource and trust policies use the principals. Its id
 * is its Sid or empty: see `withUniqueIds`.
 */
export interface PolicyStatement extends Omit<Grant, 'origin' | 'originName'> {
  readonly principals: readonly Principal[];
  readonly principalsOpen: boolean;
  /** `NotPrincipal`: everyone but these. */
  readonly exceptPrincipals: boolean;
  readonly addCondition: (operator: string, key: string, value: Literal) => readonly Edit[] | undefined;
  /** Lets these services in and nobody else. */
  readonly admit: (services: readonly string[]) => readonly Edit[] | undefined;
}

export interface PolicyDocument {
  readonly statements: readonly PolicyStatement[];
  /** True if statements may exist that could not be read. */
  readonly open: boolean;
}

/** Reads an IAM or resource policy document: a map, JSON text (with references in it), or what conditions choose between. */
export function readPolicyDocument(document: Value | undefined, reading: Reading, branch?: string): PolicyDocument {
  if (document === undefined) return { statements: [], open: false };
  const documents = flatten(document);
  let open = documents.open;
  const statements: PolicyStatement[] = [];
  for (const found of documents.items) {
    const whole = branch === undefined ? found : { ...found, branch: joinBranches(branch, found.branch) };
    const inner = readWhole(whole, reading);
    open ||= inner.open;
    statements.push(...inner.statements);
  }
  return { statements, open };
}

function joinBranches(outer: string, inner: string | undefined): string {
  return inner === undefined || inner === outer ? outer : `${outer} and ${inner}`;
}

function readWhole({ value, branch }: Branched, reading: Reading): PolicyDocument {
  if (value.kind === 'scalar' || value.kind === 'pattern') {
    const { at } = value;
    if (isEmpty(value)) return { statements: [], open: false };
    const inner =
      value.kind === 'pattern' ? jsonPattern(value.parts, at, 'exact') : jsonValue(textOf(value) ?? '', at, 'exact');
    if (inner === undefined) return unreadable(value, reading);
    return readWhole({ value: inner, ...(branch !== undefined && { branch }) }, { ...reading, writer: silentWriter });
  }
  if (value.kind !== 'map') return { statements: [], open: true };
  const listed = flatten(valueAt(value, 'Statement'));
  const statements: PolicyStatement[] = [];
  let open = listed.open || (value.open && entryOf(value, 'Statement') === undefined);
  for (const item of listed.items) {
    const within = branch === undefined ? item : { ...item, branch: joinBranches(branch, item.branch) };
    for (const variant of variantsOf(within)) {
      if (variant.value.kind === 'map') statements.push(readStatement(variant.value, variant.branch, reading));
      else open = true;
    }
  }
  return { statements, open };
}

/** IAM takes JSON to the letter: what a trailing comma or a comment stands in is refused, and nobody knows what will take its place. */
function unreadable({ kind, at }: Value, { unresolved }: Reading): PolicyDocument {
  if (kind === 'scalar') unresolved.push({ at, because: 'policy that is not JSON' });
  return { statements: [], open: true };
}

/** `""` and null are no document: Serverless Framework writes `Policy: ""` into every REST API without one. */
function isEmpty(value: Value): boolean {
  return value.kind === 'scalar' && (value.value === '' || value.value === null);
}

function readStatement(map: MapValue, branch: string | undefined, reading: Reading): PolicyStatement {
  const conditions = readConditions(map, reading);
  return {
    id: textOf(valueAt(map, 'Sid')) ?? '',
    at: map.at,
    effect: effectOf(map),
    actions: read(map, 'Action', reading),
    notActions: readIfThere(map, 'NotAction', reading),
    resources: read(map, 'Resource', reading),
    notResources: readIfThere(map, 'NotResource', reading),
    conditions: conditions.conditions,
    conditionsOpen: conditions.open,
    ...readPrincipals(map, reading),
    ...(branch !== undefined && { branch }),
    addCondition: (operator, key, value) => addCondition(map, [operator, key], value, reading.writer),
    admit: (services) => admit(map, services, reading.writer),
  };
}

/** IAM refuses a statement without effect. Whoever forgot it will have to write that it allows: nobody forgets to deny. */
function effectOf(map: MapValue): Grant['effect'] {
  const written = textOf(valueAt(map, 'Effect'));
  if (written === 'Allow' || isWithoutEffect(map)) return 'allow';
  return written === 'Deny' ? 'deny' : 'unknown';
}

function isWithoutEffect({ open, entries }: MapValue): boolean {
  return !open && !entries.some(({ key }) => key.toLowerCase() === 'effect');
}

function read(map: MapValue, key: string, reading: Reading): Terms {
  const terms = termsOf(valueAt(map, key), {
    at: map.at,
    reading,
    insert: (words) => reading.writer.insert(map, [key], words.length === 1 ? (words[0] ?? null) : words),
  });
  return map.open && entryOf(map, key) === undefined ? { ...terms, open: true } : terms;
}

function readIfThere(map: MapValue, key: string, reading: Reading): Terms | undefined {
  return entryOf(map, key) === undefined ? undefined : read(map, key, reading);
}

function addCondition(map: MapValue, path: readonly string[], value: Literal, writer: Writer) {
  const existing = valueAt(map, 'Condition', ...path);
  return existing === undefined ? writer.insert(map, ['Condition', ...path], value) : writer.replace(existing, value);
}

function admit(map: MapValue, services: readonly string[], writer: Writer): readonly Edit[] | undefined {
  const principal = valueAt(map, 'Principal');
  const [only, another] = services;
  const named = another === undefined ? only : services;
  return principal === undefined || named === undefined ? undefined : writer.replace(principal, { Service: named });
}

/** Statements without Sid are called by their position among those; what is said twice is counted. */
export function withUniqueIds<S extends { readonly id: string; readonly branch?: string }>(
  statements: readonly S[],
): readonly S[] {
  const seen = new Map<string, number>();
  return statements.map((statement) => {
    const sid = statement.id === '' ? 'statement' : statement.id;
    const count = (seen.get(sid) ?? 0) + 1;
    seen.set(sid, count);
    const id = count > 1 || statement.id === '' ? `${sid}-${count}` : sid;
    return { ...statement, id };
  });
}
