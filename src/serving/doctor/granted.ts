import type { AppManifest } from '../manifest.js';

type Permissions = Readonly<Record<string, string>>;

const levels = ['read', 'write', 'admin'];

/** What is asked for and not granted, each as GitHub's settings name it: `checks: write`. */
export function missingPermissions(asked: Permissions, granted: Permissions): readonly string[] {
  const rank = (level: string | undefined) => levels.indexOf(level ?? '');
  return Object.entries(asked)
    .filter(([name, level]) => rank(granted[name]) < rank(level))
    .map(([name, level]) => `${name}: ${level}`);
}

/** What is granted beyond what is asked for. */
export function needlessPermissions(asked: Permissions, granted: Permissions): readonly string[] {
  return missingPermissions(granted, asked).filter((one) => one !== resolving);
}

/** Lets Postern resolve its own threads; whoever grants it wants that. */
const resolving = 'contents: write';

/** GitHub sends these to every app that may write checks. */
const sentAnyway = new Set(['check_run', 'check_suite']);

export function missingEvents({ default_events: asked }: AppManifest, events: readonly string[]): readonly string[] {
  return asked.filter((event) => !events.includes(event) && !sentAnyway.has(event));
}
