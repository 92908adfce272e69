import type { Settings } from './settings.js';

/** The values that hold unless a settings file says otherwise; the schema takes its defaults from here. */
export const initial = {
  profile: 'standard',
  logRetentionDays: 90,
  minLogRetentionDays: 30,
  maxReceiveCount: 5,
  completeness: 'stack',
  comments: 25,
  drafts: false,
  acceptNewSuppressions: true,
} as const;

/** The settings of a repository without a file. Plain data: the schema is loaded for files only. */
export function defaultSettings(): Settings {
  const { profile, completeness, comments, drafts, acceptNewSuppressions } = initial;
  const { logRetentionDays, minLogRetentionDays, maxReceiveCount } = initial;
  return {
    profile,
    policies: {},
    defaults: { logRetentionDays, minLogRetentionDays, maxReceiveCount },
    trust: { layerPublishers: [], ownPackages: [] },
    monitoring: {},
    completeness,
    suppressions: [],
    review: { comments, drafts, acceptNewSuppressions },
  };
}
