import type { Span } from '../../model/span.js';
import { type Value, valueAt } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';
import { bringingIn } from './bringing.js';
import { type Construct, type Construction, isNothing, programAt, propertiesOf } from './constructs.js';
import { type Draft, newDraft, put, type Writing } from './draft.js';
import type { Call, Property } from './expression.js';
import { lowerValue } from './lowering.js';
import { printPlain } from './printing.js';
import type { Row } from './rows.js';
import { resolve } from './scope.js';
import type { ToolSettings } from './tool-settings.js';

/** A program being turned into the resources that it would make. */
export interface Synthesis {
  readonly construction: Construction;
  readonly reading: Reading;
  readonly writing: Writing;
  /** Resources by id, in the order they are made. */
  readonly drafts: Map<string, Draft>;
  readonly settings: ToolSettings;
  /** A path of the repository beside the program. */
  readonly here: string;
}

/** The line that a resource is reported at: from the beginning of its call to the end of its id. */
export function headOf({ call }: Pick<Construct, 'call'>): Span {
  const last = call.args[Math.min(call.args.length, 2) - 1];
  return { ...call.at, end: call.creates && last ? last.at.end : call.callee.at.end };
}

/** A new resource for a construct, or for a part of it when a type and a name are given. */
export function addDraft(synthesis: Synthesis, construct: Construct, type: string, part = ''): Draft {
  const id = part === '' ? construct.id : `${construct.id}/${part}`;
  return addNamed(synthesis, { id, type, at: headOf(construct), whole: construct.call.at });
}

/** A new resource; a second one of the same id is counted. */
export function addNamed(synthesis: Synthesis, resource: Omit<Draft, 'properties' | 'open'>): Draft {
  let { id } = resource;
  for (let count = 2; synthesis.drafts.has(id); count++) id = `${resource.id}-${count}`;
  const draft = newDraft({ ...resource, id });
  synthesis.drafts.set(id, draft);
  return draft;
}

/** A property that a construct is given; one that is `undefined` is none. */
export function given(call: Call, key: string, position = 2): Property | undefined {
  const properties = propertiesOf(call, position);
  const found = typeof properties === 'string' ? undefined : properties.entries.findLast((entry) => entry.key === key);
  return found === undefined || isNothing(found.value) ? undefined : found;
}

/** True if properties may be given that are not seen. */
export function isOpen(call: Call, position = 2): boolean {
  const properties = propertiesOf(call, position);
  return properties === 'unknown' || (properties !== 'none' && properties.open);
}

/** True for a switch that is on by default and is not turned off, as far as that is known. */
export function isOn(call: Call, key: string, position = 2): boolean {
  const found = given(call, key, position)?.value;
  const value = found && resolve(found);
  return value === undefined || (value.kind === 'literal' && value.value === true);
}

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
    const read = row.kind.read(found.value, synthesis);
    if (read === undefined) continue;
    const value = { ...read };
    allowReplacing(synthesis, value, row);
    put(draft, row.path, value, found.keyAt);
  }
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

/** A value at a place, for what the CDK says by itself. */
export function scalar(at: Span, value: string | number | boolean): Value {
  return { kind: 'scalar', value, at };
}

export function reference(at: Span, to: string, attribute?: string): Value {
  return { kind: 'reference', to, at, ...(attribute !== undefined && { attribute }) };
}

export function list(at: Span, items: readonly Value[], open = false): Value {
  return { kind: 'list', items, open, at };
}

export function map(at: Span, entries: Readonly<Record<string, Value | undefined>>): Value {
  return {
    kind: 'map',
    at,
    open: false,
    entries: Object.entries(entries).flatMap(([key, value]) =>
      value === undefined ? [] : [{ key, keyAt: at, value }],
    ),
  };
}
