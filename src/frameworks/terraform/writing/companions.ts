import type { Literal } from '../../../model/literal.js';
import { folderOf } from '../../../model/path.js';
import type { Express, Printable } from '../../../notation/printable.js';
import type { Module } from '../evaluate/module.js';
import type { EvaluatedStack } from '../evaluate/stack.js';
import { asMethodPath } from '../resources/aws/method-path.js';
import type { Evaluated } from '../resources/evaluated.js';
import type { CompanionField } from '../resources/field.js';
import { insertAfterBlock } from './blocks.js';
import { argumentFor, type BodyLines, entriesOf, linesFor, printBody } from './bodies.js';
import type { Edits } from './insertion.js';
import { addressIn } from './references.js';

/** What a companion says to name the resource it belongs to, by its linking argument. */
const linked = new Map([
  ['bucket', 'id'],
  ['role', 'name'],
  ['queue_url', 'id'],
  ['function_name', 'function_name'],
  ['stage_name', 'stage_name'],
  ['rest_api_id', 'id'],
  ['user', 'name'],
  ['group', 'name'],
]);

interface Making {
  readonly stack: EvaluatedStack;
  readonly owner: Evaluated;
  readonly express: Express;
}

/** Declares a resource that goes with another one, right after it. */
export function declareCompanion(making: Making, field: CompanionField, literal: Literal): Edits {
  const { stack, owner, express } = making;
  const { block, scope } = owner.instance;
  const { path } = block.headAt;
  const address = addressIn(owner.instance, folderOf(path));
  const attribute = linked.get(field.link);
  if (address === undefined || attribute === undefined || isOneOfMany(stack, owner)) return undefined;
  const inside = insideOf(field, literal, express);
  if (inside === undefined) return undefined;
  const links = new Map<string, Printable>([
    ...stageLinks(making, field),
    [field.link, { verbatim: `${address}.${attribute}` }],
  ]);
  const base = `${block.labels[1] ?? ''}${suffixOf(field, literal)}`;
  const name = freeName(scope.module, field.type, base);
  const lines: BodyLines = { ...inside, arguments: new Map([...links, ...inside.arguments]) };
  const printed = `resource "${field.type}" "${name}" {\n${printBody(lines, '  ')}\n}`;
  return insertAfterBlock(stack.session.textOf(path), block.at, printed);
}

function isOneOfMany({ session }: EvaluatedStack, { instance: { id } }: Evaluated): boolean {
  return id.endsWith(']') || session.instances.has(`${id}[1]`);
}

function insideOf(field: CompanionField, literal: Literal, express: Express): BodyLines | undefined {
  const { fields, value } = field;
  const one = field.many && Array.isArray(literal) && literal.length === 1 ? literal[0] : literal;
  if (one === undefined) return undefined;
  if (fields !== undefined) {
    const entries = entriesOf(one);
    return entries && linesFor(asMethodPath(entries), fields, express);
  }
  const printable = value === undefined || value.kind === 'block' ? undefined : argumentFor(one, value, express);
  if (printable === undefined || value === undefined) return undefined;
  return { arguments: new Map([[value.name, printable]]), blocks: [] };
}

/** Settings of a stage name its API too. */
function stageLinks({ owner, stack }: Making, { link }: CompanionField): readonly (readonly [string, Printable])[] {
  const written = owner.instance.block.body.attributes.get('rest_api_id');
  if (link !== 'stage_name' || written === undefined) return [];
  const { path, start, end } = written.value.at;
  return [['rest_api_id', { verbatim: stack.session.textOf(path).slice(start, end) }]];
}

/** Of several companions each is named after the policy that it brings. */
function suffixOf({ many, fields }: CompanionField, literal: Literal): string {
  if (fields !== undefined) {
    const named = Array.isArray(literal) ? entriesOf(literal[0])?.get('PolicyName') : undefined;
    return typeof named === 'string' ? `_${snakeCase(named)}` : '';
  }
  const [text] = /[A-Za-z]+["\]}]*$/.exec(JSON.stringify(literal)) ?? [];
  const name = text?.replace(/["\]}]+$/, '').replace(/^AWS(?=[A-Z])/, '');
  return many && name !== undefined ? `_${snakeCase(name)}` : '';
}

/** `OrdersDlq` as `orders_dlq`. */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .toLowerCase();
}

export function freeName({ addresses }: Module, type: string, base: string): string {
  let name = base;
  for (let number = 2; addresses.has(`${type}.${name}`); number += 1) name = `${base}_${number}`;
  return name;
}
