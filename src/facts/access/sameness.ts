import type { Documents, Statement } from './statement.js';

/**
 * True if head allows nothing that base does not, by what is written alone: whatever it allows, base allows in the same words, and
 * whatever base refuses it refuses too.
 */
export function isWithin(head: Documents, base: Documents): boolean {
  if (!head.statements.some(isAllow)) return true;
  return isBoundWithin(head.boundary, base.boundary) && isListWithin(head.statements, base.statements);
}

function isBoundWithin(head: Documents['boundary'], base: Documents['boundary']): boolean {
  if (base === undefined) return true;
  if (typeof head !== 'object' || typeof base !== 'object') return head === base;
  return isListWithin(head, base);
}

function isListWithin(head: readonly Statement[], base: readonly Statement[]): boolean {
  return areAmong(head.filter(isAllow), base) && areAmong(base.filter(isDeny), head);
}

function isAllow({ effect }: Statement): boolean {
  return effect === 'allow';
}

function isDeny({ effect }: Statement): boolean {
  return effect === 'deny';
}

/** Each is among the others, however often it is said. */
function areAmong(some: readonly Statement[], others: readonly Statement[]): boolean {
  const there = new Set(others);
  return some.every((one) => there.has(one) || others.some((other) => saysTheSame(one, other)));
}

/** The key tells what a statement said when it was whole; the texts, what of it is about the resources in question. */
function saysTheSame(one: Statement, other: Statement): boolean {
  const [own, its] = [one.resources.texts, other.resources.texts];
  return one.key === other.key && own.length === its.length && own.every((text, at) => text === its[at]);
}
