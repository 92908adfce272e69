import type { Scope } from './expression.js';
import { type Call, type Certainty, type Expression, opaque, type Property } from './expression.js';
import { change } from './scope.js';

/** What is added to one object or list after it was made, at most; more makes it open. */
const mostAdded = 400;

/** A place of the text that changes what a name stands for. */
interface Place {
  readonly scope: Scope;
  readonly certainty: Certainty;
}

/** `options.timeout = 3`, `environment['NAME'] = value`: an object of the text has one more property, perhaps. */
export function setProperty({ scope, certainty }: Place, of: Expression, { key, keyAt, value }: Property): void {
  const isSure = certainty === 'once';
  const entry = { key, keyAt, value: isSure ? value : opaque(value.at, 'assigned conditionally') };
  change(scope, of, (before) => {
    if (before.kind === 'list') return { ...before, open: true };
    if (before.kind !== 'properties') return undefined;
    if (before.entries.length > mostAdded) return before.open ? undefined : { ...before, open: true };
    const entries = [...before.entries, entry];
    return { ...before, entries, open: before.open || !isSure, written: before.written ?? before };
  });
}

/** `policies.push(policy)`, `policies.append(policy)`: a list of the text has more items. */
export function addItems({ scope, certainty }: Place, { callee, args, open }: Call): void {
  if (callee.kind !== 'member' || !/^(?:push|append|extend|unshift|insert|update)$/.test(callee.name)) return;
  const isPlain = /^(?:push|append)$/.test(callee.name) && certainty === 'once' && !open;
  change(scope, callee.of, (before) => {
    if (before.kind === 'properties') return { ...before, open: true };
    if (before.kind !== 'list') return undefined;
    if (before.items.length > mostAdded) return before.open ? undefined : { ...before, open: true };
    return { ...before, items: [...before.items, ...args], open: before.open || !isPlain };
  });
}
