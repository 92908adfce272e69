import type { ListValue, MapValue, Value } from '../../model/value.js';

/** A value as it is in one branch of a condition; without `branch` it holds in all. */
export interface Branched {
  readonly value: Value;
  readonly branch?: string;
}

interface Flattened {
  readonly items: readonly Branched[];
  /** True if more may be there than could be read. */
  readonly open: boolean;
}

const deepest = 20;

/** The items of a list or single value, with the items of each branch of a condition. */
export function flatten(value: Value | undefined): Flattened {
  const items: Branched[] = [];
  const open = value !== undefined && collect({ value }, items, 0);
  return { items, open };
}

function collect({ value, branch }: Branched, into: Branched[], depth: number): boolean {
  if (depth > deepest) return true;
  if (value.kind === 'list') {
    let open = value.open;
    for (const item of value.items) open = collect({ value: item, ...named(branch) }, into, depth + 1) || open;
    return open;
  }
  if (value.kind === 'choice') return value.among === 'allowed-values' || collectCases(value, branch, into, depth);
  if (value.kind === 'unknown') return true;
  if (value.kind !== 'scalar' || value.value !== null) into.push({ value, ...named(branch) });
  return false;
}

function collectCases(
  choice: Extract<Value, { kind: 'choice' }>,
  branch: string | undefined,
  into: Branched[],
  depth: number,
): boolean {
  let open = false;
  for (const { label, value } of choice.cases) {
    if (value !== undefined) open = collect({ value, ...named(joined(branch, label)) }, into, depth + 1) || open;
  }
  return open;
}

function named(branch: string | undefined): { readonly branch?: string } {
  return branch === undefined ? {} : { branch };
}

function joined(outer: string | undefined, inner: string): string {
  return outer === undefined || outer === inner ? inner : `${outer} and ${inner}`;
}

const mostConditions = 3;

/**
 * The forms that a value takes under the conditions inside it: all choices with the same labels are decided together.
 * After three conditions the remaining choices stay.
 */
export function variantsOf(start: Branched, conditions = 0): readonly Branched[] {
  const labels = conditions < mostConditions ? firstLabels(start.value, 0) : undefined;
  if (labels === undefined) return [start];
  return labels.flatMap((label) => {
    const value = settle(start.value, label, 0);
    return value === undefined ? [] : variantsOf({ value, branch: joined(start.branch, label) }, conditions + 1);
  });
}

function firstLabels(value: Value, depth: number): readonly string[] | undefined {
  if (depth > deepest) return undefined;
  if (value.kind === 'choice') return value.among === 'branches' ? value.cases.map(({ label }) => label) : undefined;
  for (const part of partsOf(value)) {
    const labels = firstLabels(part, depth + 1);
    if (labels !== undefined) return labels;
  }
  return undefined;
}

function partsOf(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items;
  return value.kind === 'map' ? value.entries.map((entry) => entry.value) : [];
}

function settle(value: Value, label: string, depth: number): Value | undefined {
  if (depth > deepest) return value;
  if (value.kind === 'list') return settleList(value, label, depth);
  if (value.kind === 'map') return settleMap(value, label, depth);
  if (value.kind !== 'choice') return value;
  const chosen = value.cases.find((option) => option.label === label);
  if (chosen === undefined) return value;
  return chosen.value === undefined ? undefined : settle(chosen.value, label, depth + 1);
}

function settleList(list: ListValue, label: string, depth: number): Value {
  const items = list.items.flatMap((item) => settle(item, label, depth + 1) ?? []);
  return items.every((item, index) => item === list.items[index]) ? list : { ...list, items };
}

function settleMap(map: MapValue, label: string, depth: number): Value {
  const entries = map.entries.flatMap((entry) => {
    const value = settle(entry.value, label, depth + 1);
    return value === undefined ? [] : [value === entry.value ? entry : { ...entry, value }];
  });
  return entries.every((entry, index) => entry === map.entries[index]) ? map : { ...map, entries };
}
