import type { Trigger } from '../../../model/trigger.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';

/** The key prefixes and suffixes of a bucket notification. Without a filter both are empty: every key. */
export function objectFilterOf(filter: Value | undefined): Trigger['objectFilter'] {
  if (filter === undefined) return { prefixes: [], suffixes: [] };
  const rules = valueAt(filter, 'S3Key', 'Rules') ?? valueAt(filter, 'Key', 'FilterRules');
  if (rules?.kind !== 'list' || rules.open) return undefined;
  const prefixes: string[] = [];
  const suffixes: string[] = [];
  for (const rule of itemsOf(rules)) {
    const name = textOf(valueAt(rule, 'Name'))?.toLowerCase();
    const value = textOf(valueAt(rule, 'Value'));
    if (value === undefined || (name !== 'prefix' && name !== 'suffix')) return undefined;
    (name === 'prefix' ? prefixes : suffixes).push(value);
  }
  return { prefixes, suffixes };
}
