import type { Model } from '../model/model.js';
import { settingsIn } from './settings-in.js';

/** How many settings a framework's stacks have, and how many of them only the deployment knows, by reason. */
export interface SettingsCount {
  readonly settings: number;
  readonly unknown: ReadonlyMap<string, number>;
}

/** Counts the settings of a model. A choice counts each of its branches. */
function countSettings(model: Model): SettingsCount {
  const unknown = new Map<string, number>();
  let settings = 0;
  for (const setting of settingsIn(model)) {
    settings += 1;
    if (setting.kind === 'unknown') add(unknown, setting.because, 1);
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
