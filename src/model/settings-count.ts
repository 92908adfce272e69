import type { Model } from './model.js';

/** How many settings a framework's stacks have, and how many of them only the deployment knows, by reason. */
export interface SettingsCount {
  readonly settings: number;
  readonly unknown: ReadonlyMap<string, number>;
}

/** Places, not settings: most objects of a model are these. */
const places: ReadonlySet<string> = new Set(['at', 'whole', 'origin', 'keyAt']);

/** Counts the settings of a model wherever they stand. A choice counts each of its branches. */
function countSettings(model: Model): SettingsCount {
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

/** Adds up what models count, by framework. */
export function settingsByFramework(): {
  readonly counts: ReadonlyMap<string, SettingsCount>;
  readonly add: (model: Model) => void;
} {
  const counts = new Map<string, SettingsCount>();
  return {
    counts,
    add: (model) => {
      const { settings = 0, unknown = [] } = counts.get(model.framework) ?? {};
      const more = countSettings(model);
      const sum = new Map(unknown);
      for (const [because, count] of more.unknown) add(sum, because, count);
      counts.set(model.framework, { settings: settings + more.settings, unknown: sum });
    },
  };
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
