import { severities } from '../findings/severity.js';

/** The values that hold unless a settings file says otherwise; the schema takes its defaults from here. */
export const initial = {
  profile: 'standard',
  logRetentionDays: 90,
  minLogRetentionDays: 30,
  maxReceiveCount: 5,
  streamRetryAttempts: 3,
  maxRoutesPerFunction: 10,
  maxDependencies: 25,
  minReleaseAgeDays: 7,
  maxFunctionsPerChange: 8,
  completeness: 'stack',
  comments: 25,
  drafts: false,
  codeScanning: false,
  acceptNewSuppressions: severities,
} as const;
