import { allowedRetentionDays } from './retention.data.js';

/** The shortest period that is allowed and not shorter than the wish; the longest when there is none. */
export function roundRetention(days: number): number {
  return allowedRetentionDays.find((allowed) => allowed >= days) ?? Math.max(...allowedRetentionDays);
}
