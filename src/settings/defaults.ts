import { initial } from './initial.js';
import type { Settings } from './settings.js';

/** The settings of a repository without a file. Plain data: the schema is loaded for files only. */
export function defaultSettings(): Settings {
  const { profile, completeness, comments, drafts, acceptNewSuppressions } = initial;
  const { logRetentionDays, minLogRetentionDays, maxReceiveCount, streamRetryAttempts } = initial;
  const { maxRoutesPerFunction, maxDependencies, maxFunctionsPerChange, minReleaseAgeDays } = initial;
  return {
    profile,
    policies: {},
    defaults: {
      ...{ logRetentionDays, minLogRetentionDays, maxReceiveCount, streamRetryAttempts },
      ...{ maxRoutesPerFunction, maxDependencies, maxFunctionsPerChange, minReleaseAgeDays },
    },
    trust: { layerPublishers: [], ownPackages: [] },
    monitoring: {},
    completeness,
    suppressions: [],
    honourSuppressionsOf: [],
    review: { comments, drafts },
    codeScanning: initial.codeScanning,
    exclude: [],
    acceptNewSuppressions: [...acceptNewSuppressions],
  };
}
