import { number } from '../../../../clouds/values/codec.js';
import { termOf } from '../../../../clouds/values/terms.js';
import { absent, fixed, type Setting } from '../../../../model/setting.js';
import type { LogGroup } from '../../../../model/store.js';
import { textOf } from '../../../../model/value.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, same, setting } from '../cloud.js';
import type { Fields } from '../field.js';

const holders = ['project', 'folder', 'organization', 'billing_account'] as const;

function each(kind: string, fields: Fields): Readonly<Record<string, Fields>> {
  return Object.fromEntries(holders.map((holder) => [`google_logging_${holder}_${kind}`, fields]));
}

const buckets = each('bucket_config', same('retention_days', 'bucket_id'));
const exclusions = each('exclusion', same('filter', 'disabled'));

/** The types of log buckets and of what keeps entries out of them. */
export const loggingTypes: ReadonlySet<string> = new Set([...Object.keys(buckets), ...Object.keys(exclusions)]);

/** Google keeps logs for 30 days unless told otherwise. */
const usualDays = 30;

export function googleLogGroups(mapping: Mapping): readonly LogGroup[] {
  return declaredOf(mapping, buckets).map((declared) => {
    const retention = setting(declared, ['retention_days'], number);
    return {
      ...declarationOf(declared),
      kind: 'log-group',
      name: textOf(property(declared, 'bucket_id')),
      functions: [],
      retention: retention.kind === 'absent' ? fixed(usualDays, declared.at) : retention,
    };
  });
}

/** A filter that keeps every entry of some functions out of the logs. */
interface Exclusion {
  readonly types: ReadonlySet<string>;
  /** All functions of the types when there is none. */
  readonly name: string | undefined;
  readonly to: string | undefined;
  readonly declared: Declared;
}

/** Filters on anything but the kind and name of functions leave some entries, and are left out. */
export function exclusionsOf(mapping: Mapping): readonly Exclusion[] {
  return declaredOf(mapping, exclusions).flatMap((declared) => {
    const disabled = property(declared, 'disabled');
    if (disabled !== undefined && textOf(disabled) !== 'false') return [];
    const term = termOf(property(declared, 'filter'));
    const wishes = term === undefined || term.text.length > longest ? [] : wishesIn(term.text);
    const types = new Set(wishes.flatMap(({ key, values }) => (key === 'resource.type' ? values : [])));
    const named = wishes.find(({ key }) => names.has(key));
    const others = wishes.some(({ key }) => key !== 'resource.type' && !names.has(key));
    if (types.size === 0 || others || (named?.values.length ?? 1) !== 1) return [];
    return [{ types, name: named?.values[0], to: term?.to, declared }];
  });
}

const longest = 2000;
const names: ReadonlySet<string> = new Set(
  ['function_name', 'service_name', 'job_name'].map((label) => `resource.labels.${label}`),
);

interface Wish {
  readonly key: string;
  readonly values: readonly string[];
}

/** A filter as a row of equalities; anything else is a wish of its own that nothing here understands. */
function wishesIn(filter: string): readonly Wish[] {
  const parts = filter.split(/\s+AND\s+|\n/).map((part) => part.trim());
  return parts.filter((part) => part !== '' && !part.startsWith('--')).map(wishOf);
}

function wishOf(part: string): Wish {
  const [, key = '', , values = ''] = /^([\w.]+)\s*(=)\s*(.+)$/.exec(part) ?? [];
  const list = /^\((.+)\)$/.exec(values)?.[1] ?? values;
  return { key, values: list.split(/\s+OR\s+/).map((value) => value.trim().replace(/^"|"$/g, '')) };
}

const loggedAs: Readonly<Record<string, readonly string[]>> = {
  google_cloudfunctions_function: ['cloud_function'],
  google_cloudfunctions2_function: ['cloud_run_revision'],
  google_cloud_run_service: ['cloud_run_revision'],
  google_cloud_run_v2_service: ['cloud_run_revision'],
  google_cloud_run_v2_job: ['cloud_run_job'],
};

/** Whether what a function writes is kept: absent unless an exclusion of the stack says otherwise. */
export function loggingOf(declared: Declared, all: readonly Exclusion[]): Setting<boolean> {
  const kinds = loggedAs[declared.type] ?? [];
  const name = textOf(property(declared, 'name'));
  const found = all.find((exclusion) => {
    if (!kinds.some((kind) => exclusion.types.has(kind))) return false;
    return exclusion.name === undefined || exclusion.to === declared.id || exclusion.name === name;
  });
  return found === undefined
    ? absent(declared.at)
    : fixed(false, property(found.declared, 'filter')?.at ?? found.declared.at);
}
