import type { Model } from './model/model.js';

/** How many settings a framework's stacks have, and how many of them only the deployment knows, by reason. */
export interface SettingsCount {
  readonly settings: number;
  readonly unknown: ReadonlyMap<string, number>;
}

/** Places, not settings: most objects of a model are these. */
const places: ReadonlySet<string> = new Set(['at', 'whole', 'origin', 'keyAt']);

/** Counts the settings of a model wherever they stand. A choice counts each of its branches. */
export function countSettings(model: Model): SettingsCount {
  const unknown = new Map<string, number>();
  const seen = new Set<unknown>();
  const waiting: unknown[] = [model];
  let settings = 0;
  while (waiting.length > 0) {
    const item = waiting.pop();
    if (typeof item !== 'object' || item === null || seen.has(item)) continue;
    seen.add(item);
    const kind = 'at' in item && 'kind' in item ? item.kind : undefined;
    if (kind === 'known' || kind === 'absent' || kind === 'unknown') settings += 1;
    if (kind === 'unknown' && 'because' in item) add(unknown, String(item.because), 1);
    for (const [key, value] of Object.entries(item)) if (!places.has(key)) waiting.push(value);
  }
  return { settings, unknown };
}

/** The counts of several stacks, by framework. */
export function sumSettings(
  counts: readonly (SettingsCount & { readonly framework: string })[],
): ReadonlyMap<string, SettingsCount> {
  const sums = new Map<string, { settings: number; readonly unknown: Map<string, number> }>();
  for (const { framework, settings, unknown } of counts) {
    const sum = sums.get(framework) ?? { settings: 0, unknown: new Map<string, number>() };
    sum.settings += settings;
    for (const [because, count] of unknown) add(sum.unknown, because, count);
    sums.set(framework, sum);
  }
  return sums;
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
