import type { Site } from '../flow/calls.js';
import type { StoredWrite } from '../flow/machine.js';
import { memberOf } from '../flow/members.js';
import { allTaints } from '../flow/taints.js';
import { nothing, type Origin, type StoreName, type Value } from '../flow/value.js';
import { harmful, sourceText } from '../sinks/report.js';
import { reads, writes } from './aws/stores.data.js';
import { sentCommand } from './calls.js';
import type { CloudCall } from './cloud-call.js';
import { linkReads, linkWrites } from './links.data.js';

const writing = new Map([...writes, ...linkWrites].map((row) => [row.operation, row]));
const reading = new Map([...reads, ...linkReads].map((row) => [row.operation, row]));

/** Notes text of an event that a call puts into a store. */
export function noteWrite(site: Site, called: CloudCall): void {
  const row = writing.get(called.operation);
  if (row === undefined) return;
  const store = namedStore(called, row.target);
  if (store === undefined) return;
  const { frame, text, expression } = site;
  const isDelayed = called.input.fields?.has('DelaySeconds') ?? false;
  frame.machine.sendings.set(`${expression.at.path} ${expression.at.start}`, { store, at: expression.at, isDelayed });
  for (const field of row.payload) {
    const value = fieldOf(called.input, field);
    for (const [name, part] of partsOf(value, field)) {
      const [taint] = harmful(frame, allTaints(part), 'stored');
      if (taint === undefined || taint.origin.kind === 'stored') continue;
      const write: StoredWrite = {
        store,
        field: name,
        source: { text: sourceText(taint), at: taint.at },
        sink: { text, at: expression.at },
        confidence: taint.confidence,
      };
      frame.machine.writes.set(`${expression.at.path} ${expression.at.start} ${name}`, write);
    }
  }
}

/** The fields of an item by their names; `*` for what may be any of them. */
function partsOf(value: Value, field: string): readonly (readonly [string, Value])[] {
  if (field !== 'Item' || value.fields === undefined) return [['*', value]];
  return [...value.fields, ['*', { taints: value.taints, ...(value.items && { items: value.items }) }] as const];
}

/** What a call takes out of a store; undefined for any other call. */
export function storedValue(site: Site, own: CloudCall | undefined): Value | undefined {
  const called = sentCommand(site) ?? (site.expression.creates ? undefined : own);
  const row = called && reading.get(called.operation);
  const store = called && row && namedStore(called, row.target);
  if (store === undefined) return undefined;
  const origin: Origin = { kind: 'stored', name: `${site.text}()`, store };
  const { at } = site.expression;
  return { taints: [{ origin, path: [], at, steps: [], confidence: 'high', shape: 'any', harmless: [] }] };
}

function namedStore({ operation, input }: CloudCall, targets: readonly string[]): StoreName | undefined {
  const [service = ''] = operation.split(':');
  for (const target of targets) {
    const name = nameIn(fieldOf(input, target));
    if (name !== undefined) return { service, ...name };
  }
  return undefined;
}

/** `Entries.Detail`: of all entries of a list. */
function fieldOf(input: Value, field: string): Value {
  const [first = '', second] = field.split('.');
  const own = input.fields?.get(first) ?? nothing;
  return second === undefined ? own : memberOf(memberOf(own, '[]'), second);
}

/** How the program names a store: by a text, or by a variable of its environment. */
function nameIn({ constant, symbol = '' }: Value): Pick<StoreName, 'by' | 'name'> | undefined {
  if (typeof constant === 'string' && constant !== '') return { by: 'text', name: constant };
  const [, variable] = /^(?:process\.env|os\.environ)\.(\w+)$/.exec(symbol) ?? [];
  return variable === undefined ? undefined : { by: 'variable', name: variable };
}
