import type { AdvisoryAnswer, PackageVersion } from '../dependencies/advisories/advisory.js';
import type { Severity } from '../findings/severity.js';
import type { PolicyContext } from '../policies/context.js';
import type { Policy } from '../policies/definition.js';
import type { Settings } from '../settings/settings.js';

/** Everything that decides what counts as a problem. */
export interface Judge {
  readonly policies: readonly Policy[];
  readonly settings: Settings;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Asks for what is known against packages. */
  readonly advise: Advise;
}

/** Answers what advisories say about packages at versions. Never throws for what a source does. */
export type Advise = (packages: readonly PackageVersion[]) => Promise<AdvisoryAnswer>;

/** Nobody is asked, on purpose. */
export const adviseNothing: Advise = async () => ({ status: 'off', advisories: [], asOf: undefined, problems: [] });

/** The policies that the settings leave on. */
export function activePolicies({ policies, settings }: Judge): readonly Policy[] {
  return policies.filter(({ id }) => settings.policies[id] !== 'off');
}

/** The severities that the settings give to policies, by their ids. */
export function overridesOf({ settings }: Judge): ReadonlyMap<string, Severity> {
  const overrides = new Map<string, Severity>();
  for (const [id, setting] of Object.entries(settings.policies)) {
    if (setting !== 'off' && setting.severity !== undefined) overrides.set(id, setting.severity);
  }
  return overrides;
}

/** What policies on stacks are told of the settings and the clock. */
export function contextOf({ settings, date }: Judge): PolicyContext {
  const { defaults, trust, monitoring, completeness, profile } = settings;
  return {
    date,
    completeness,
    isStrict: profile === 'strict',
    trust,
    externalMonitor: monitoring.external,
    defaults: {
      ...defaults,
      reservedConcurrency: defaults.reservedConcurrency,
      throttle: defaults.throttle,
      workflowTimeout: defaults.workflowTimeout,
    },
  };
}
