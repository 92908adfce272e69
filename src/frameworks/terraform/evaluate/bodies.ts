import type { Span } from '../../../model/span.js';
import type { ListValue, MapEntry, MapValue, Value } from '../../../model/value.js';
import type { Block, Body } from '../../../notation/hcl/block.js';
import { lifted } from './choices.js';
import { evaluate } from './expressions.js';
import { roundsOver } from './for-expressions.js';
import { type Scope, withNames } from './scope.js';
import { listOf } from './values.js';

/** A body as a map: its arguments, and a list for each kind of block inside. */
export function evaluateBody(body: Body, scope: Scope, head: Span): MapValue {
  const { session } = scope;
  const entries = new Map<string, MapEntry>();
  let open = body.open;
  for (const { name, nameAt, value } of body.attributes.values()) {
    entries.set(name, { key: name, keyAt: nameAt, value: anchored(evaluate(value, scope), nameAt) });
  }
  for (const block of session.spend(1) ? body.blocks : []) {
    const isDynamic = block.type === 'dynamic';
    const key = isDynamic ? (block.labels[0] ?? '') : block.type;
    const made = isDynamic ? dynamicBlocks(block, scope) : blockList(block, scope);
    const before = entries.get(key)?.value;
    const value = before === undefined ? made : joined(before, made);
    if (value.kind === 'unknown') open = true;
    else entries.set(key, { key, keyAt: entries.get(key)?.keyAt ?? block.headAt, value });
  }
  return { kind: 'map', entries: [...entries.values()], open, at: body.at, anchor: head };
}

function anchored(value: Value, anchor: Span): Value {
  return value.kind === 'map' && value.anchor === undefined ? { ...value, anchor } : value;
}

function blockList(block: Block, scope: Scope): ListValue {
  return { kind: 'list', items: [evaluateBody(block.body, scope, block.headAt)], open: false, at: block.headAt };
}

function joined(before: Value, more: Value): Value {
  if (before.kind === 'list' && more.kind === 'list') {
    return { ...before, items: [...before.items, ...more.items], open: before.open || more.open };
  }
  return { kind: 'unknown', at: before.at, because: 'dynamic block' };
}

/** The blocks that `dynamic` makes: one for each round, or unknown when the rounds are. */
function dynamicBlocks(block: Block, scope: Scope): Value {
  const { attributes, blocks } = block.body;
  const content = blocks.find(({ type }) => type === 'content');
  const source = attributes.get('for_each');
  const written = attributes.get('iterator')?.value;
  const iterator = written?.kind === 'name' ? written.name : (block.labels[0] ?? '');
  if (content === undefined || source === undefined) return { kind: 'unknown', at: block.headAt, because: 'not valid' };
  return lifted(evaluate(source.value, scope), block.headAt, (value) => {
    const over = roundsOver(value);
    if (over === undefined) return { kind: 'unknown', at: block.headAt, because: 'dynamic block' };
    const items = over.rounds.map(({ key, value: one }) => {
      const entries = [
        { key: 'key', keyAt: key.at, value: key },
        { key: 'value', keyAt: one.at, value: one },
      ];
      const names = { [iterator]: { kind: 'map', entries, open: false, at: one.at } as const };
      return evaluateBody(content.body, withNames(scope, names), block.headAt);
    });
    return listOf(items, block.headAt, over.open);
  });
}
