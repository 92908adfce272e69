import type { Span } from '../../../model/span.js';
import { type Value, valueAt } from '../../../model/value.js';
import { programAt } from '../constructs/construct.js';
import { given, isOpen } from '../constructs/given-properties.js';
import type { Call } from '../program/expression.js';
import { lowerValue } from '../values/construct-value.js';
import { bringingIn } from '../writing/imported-names.js';
import { printPlain } from '../writing/printing.js';
import { type Draft, put } from './draft.js';
import type { Row } from './rows.js';
import type { Synthesis } from './synthesis.js';

/** A call and which of its arguments holds the properties. */
export interface Given {
  readonly call: Call;
  readonly position?: number;
}

/** Sets what the rows say about a construct's properties, and lets absent ones be written. */
export function fill(synthesis: Synthesis, draft: Draft, { call, position = 2 }: Given, rows: readonly Row[]): void {
  draft.open ||= isOpen(call, position);
  for (const row of rows) {
    const found = find(synthesis, call, row.property, position);
    if (found === undefined) continue;
    const read = readRow(row, found.value, synthesis);
    if (read === undefined) continue;
    const value = { ...read };
    allowReplacing(synthesis, value, row);
    put(draft, row.path, value, found.keyAt);
  }
}

/** Each of several cases is read by itself. */
function readRow(row: Row, value: Value, synthesis: Synthesis): Value | undefined {
  if (value.kind !== 'choice') return row.kind.read(value, synthesis);
  const cases = value.cases.map(({ label, value: written }) => {
    const said = written?.kind === 'scalar' && written.value === null ? usually(row, written) : written;
    const read = said && readRow(row, said, synthesis);
    return { label, value: read ?? { kind: 'unknown' as const, at: value.at, because: 'computed' } };
  });
  return { ...value, cases };
}

function usually({ usual }: Row, written: Value): Value {
  return usual === undefined ? written : { kind: 'scalar', value: usual, at: written.at };
}

function find(
  synthesis: Synthesis,
  call: Call,
  name: string,
  position: number,
): { keyAt: Span; value: Value } | undefined {
  const [first = '', ...rest] = name.split('.');
  const property = given(call, first, position);
  if (property === undefined) return undefined;
  const { keyAt } = property;
  const whole = lowerValue(synthesis.construction, property.value);
  if (rest.length === 0) return { keyAt, value: whole };
  const inner = valueAt(whole, ...rest);
  if (inner !== undefined) return { keyAt, value: inner };
  const isKnown = whole.kind === 'map' && !whole.open;
  return isKnown ? undefined : { keyAt, value: { kind: 'unknown', at: whole.at, because: 'computed' } };
}

/** Inside a composed value only switches are known to be plain in the program. */
export function allowSwitching({ construction, writing }: Synthesis, value: Value): void {
  for (const { value: inner } of value.kind === 'map' ? value.entries : []) {
    if (inner.kind !== 'scalar' || typeof inner.value !== 'boolean' || inner.origin !== undefined) continue;
    const place = inner.at;
    writing.replacing.set(inner, (literal) => {
      const text = printPlain(programAt(construction, place), literal);
      return text === undefined ? undefined : [{ ...place, text }];
    });
  }
}

/** A value that stands in the text itself can be written otherwise. */
function allowReplacing(synthesis: Synthesis, value: Value, row: Row): void {
  const { construction, writing } = synthesis;
  allowSwitching(synthesis, value);
  if (value.origin !== undefined || value.kind === 'choice' || value.kind === 'unknown') return;
  const { at } = value;
  writing.replacing.set(value, (literal) => {
    const program = programAt(construction, at);
    const text = row.kind.print(program, literal);
    return text === undefined ? undefined : [{ ...at, text }, ...bringingIn(program, row.kind.uses)];
  });
}
