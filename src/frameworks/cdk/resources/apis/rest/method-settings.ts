import { type MapEntry, type Value, valueAt } from '../../../../../model/value.js';
import { given } from '../../../constructs/given-properties.js';
import type { Call } from '../../../program/expression.js';
import type { Synthesis } from '../../../synthesis/synthesis.js';
import { lowerValue } from '../../../values/construct-value.js';
import { scalar } from '../../../values/made-value.js';

interface MethodItems {
  /** What is said of all methods of all paths. */
  readonly whole: readonly MapEntry[] | undefined;
  /** Items of a template's list for the others. */
  readonly items: readonly Value[];
  readonly open: boolean;
}

/** `methodOptions: { '/orders/POST': { throttlingRateLimit: 5 } }` of a stage. */
export function methodItems(synthesis: Synthesis, call: Call, prefix: string): MethodItems {
  const options = given(call, prefix === '' ? 'methodOptions' : 'deployOptions')?.value;
  const lowered = options && lowerValue(synthesis.construction, options);
  const value = prefix === '' ? lowered : valueAt(lowered, 'methodOptions');
  if (value === undefined) return { whole: undefined, items: [], open: false };
  if (value.kind !== 'map') return { whole: undefined, items: [], open: true };
  const all = value.entries.find(({ key }) => key === '/*/*')?.value;
  const items = value.entries.flatMap((entry) => (entry.key === '/*/*' ? [] : itemOf(entry)));
  return { whole: all?.kind === 'map' ? settingsOf(all.entries) : undefined, items, open: value.open };
}

function itemOf({ key, value }: MapEntry): readonly Value[] {
  const cut = key.lastIndexOf('/');
  if (value.kind !== 'map' || cut < 0) return [];
  const named = (name: string, text: string) => ({ key: name, keyAt: value.at, value: scalar(value.at, text) });
  const entries = [
    named('HttpMethod', key.slice(cut + 1)),
    named('ResourcePath', cut === 0 ? '/' : key.slice(0, cut)),
    ...settingsOf(value.entries),
  ];
  return [{ ...value, entries }];
}

function settingsOf(entries: readonly MapEntry[]): readonly MapEntry[] {
  return entries.map((entry) => ({ ...entry, key: entry.key.charAt(0).toUpperCase() + entry.key.slice(1) }));
}
