import type { MapEntry, MapValue, Value } from '../../../model/value.js';
import { entryOf, itemsOf, textOf } from '../../../model/value.js';
import { jsonValue } from '../../../notation/json/text.js';
import { evaluateBody } from './bodies.js';
import { evaluate } from './expressions.js';
import type { Instance } from './scope.js';
import { asSureAs, mapOf, scalar } from './values.js';

/** What `data.aws_iam_policy_document` renders, in the form of an IAM document. Statements stand where they are written. */
export function policyDocument(instance: Instance): Value {
  const { block, scope } = instance;
  const body = evaluateBody(block.body, scope, block.headAt);
  const own = itemsOf(entryOf(body, 'statement')?.value).filter((value) => value.kind === 'map');
  const isOpen = body.open || entryOf(body, 'statement')?.value.kind === 'choice';
  const before = documentsIn(instance, ['source_policy_documents', 'source_json']);
  const after = documentsIn(instance, ['override_policy_documents', 'override_json']);
  const statements = overridden([...before.statements, ...own.map(statementOf)], after.statements);
  const { at } = block.body;
  const open = isOpen || before.open || after.open;
  const list: Value = { kind: 'list', items: statements, open, at };
  return { ...mapOf([{ key: 'Statement', keyAt: block.headAt, value: list }], at, open), anchor: block.headAt };
}

interface Documents {
  readonly statements: readonly Value[];
  readonly open: boolean;
}

function documentsIn({ block, scope }: Instance, names: readonly string[]): Documents {
  const statements: Value[] = [];
  let open = false;
  for (const name of names) {
    const written = block.body.attributes.get(name);
    const value = written && evaluate(written.value, scope);
    if (value === undefined || (value.kind === 'scalar' && value.value === null)) continue;
    if (value.kind === 'list' && value.open) open = true;
    for (const document of itemsOf(value)) {
      const inner = document.kind === 'scalar' ? jsonValue(textOf(document) ?? '', document.at) : document;
      const listed = entryOf(inner, 'Statement')?.value;
      if (listed === undefined) open ||= textOf(document) !== '';
      else statements.push(...itemsOf(listed));
      open ||= inner?.kind === 'map' && inner.open;
    }
  }
  return { statements, open };
}

/** Statements of overriding documents take the place of those with the same Sid. */
function overridden(statements: readonly Value[], overrides: readonly Value[]): readonly Value[] {
  const sids = new Set(overrides.map(sidOf).filter((sid) => sid !== ''));
  return [...statements.filter((statement) => !sids.has(sidOf(statement))), ...overrides];
}

function sidOf(statement: Value): string {
  return textOf(entryOf(statement, 'Sid')?.value) ?? '';
}

const renamed = new Map([
  ['sid', 'Sid'],
  ['effect', 'Effect'],
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
]);

/** One statement in Terraform's own words, as a block or as an object, in the form of an IAM document. */
export function statementOf(written: MapValue): Value {
  const entries = written.entries.flatMap((entry): readonly MapEntry[] => {
    const key = renamed.get(entry.key);
    if (key !== undefined) return [{ ...entry, key }];
    if (entry.key === 'condition' || entry.key === 'conditions')
      return [{ ...entry, key: 'Condition', value: conditionsOf(entry) }];
    if (entry.key === 'principals') return [{ ...entry, key: 'Principal', value: principalsOf(entry) }];
    return entry.key === 'not_principals' ? [{ ...entry, key: 'NotPrincipal', value: principalsOf(entry) }] : [];
  });
  const effect = { key: 'Effect', keyAt: written.anchor ?? written.at, value: scalar('Allow', written.at) };
  return { ...mapOf([effect, ...entries], written.at, written.open), anchor: written.anchor ?? written.at };
}

function conditionsOf({ keyAt, value }: MapEntry): Value {
  const entries: MapEntry[] = [];
  for (const condition of itemsOf(value)) {
    const test = textOf(entryOf(condition, 'test')?.value);
    const variable = textOf(entryOf(condition, 'variable')?.value);
    const values = entryOf(condition, 'values')?.value;
    if (test === undefined || variable === undefined || values === undefined) continue;
    const before = entries.find(({ key }) => key === test)?.value;
    const others = before?.kind === 'map' ? before.entries : [];
    const inner = mapOf([...others, { key: variable, keyAt: condition.at, value: values }], condition.at);
    entries.push({ key: test, keyAt: condition.at, value: inner });
  }
  const open = itemsOf(value).length > entries.length || value.kind === 'unknown' || value.kind === 'choice';
  return mapOf(entries, keyAt, open);
}

function principalsOf({ keyAt, value }: MapEntry): Value {
  const entries: MapEntry[] = [];
  for (const principal of itemsOf(value)) {
    const type = entryOf(principal, 'type')?.value;
    const identifiers = entryOf(principal, 'identifiers')?.value;
    if (type === undefined || identifiers === undefined) continue;
    const key = textOf(type) === '*' ? 'AWS' : (textOf(type) ?? '?');
    const before = entries.find((entry) => entry.key === key)?.value;
    const all: Value = { ...asSureAs(identifiers, type) };
    const joined: Value =
      before === undefined
        ? all
        : { kind: 'list', items: [...itemsOf(before), ...itemsOf(all)], open: false, at: all.at };
    entries.push({ key, keyAt: principal.at, value: joined });
  }
  return mapOf(entries, keyAt, value.kind === 'unknown' || value.kind === 'choice');
}
