import { absent, fixed, type Setting } from '../../../model/setting.js';
import { textOf } from '../../../model/value.js';
import { termOf } from '../../values/terms.js';
import { type Declared, type GoogleStack, ofAsset, property } from '../google-stack.js';

/** A filter that keeps every entry of some functions out of the logs. */
export interface Exclusion {
  readonly types: ReadonlySet<string>;
  /** All functions of the types when there is none. */
  readonly name: string | undefined;
  readonly to: string | undefined;
  readonly declared: Declared;
}

/** Filters on anything but the kind and name of functions leave some entries, and are left out. */
export function exclusionsOf(stack: GoogleStack): readonly Exclusion[] {
  return ofAsset(stack, 'logging.googleapis.com/LogExclusion').flatMap((declared) => {
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
  const parts = filter.split(/\sAND\s|\n/).map((part) => part.trim());
  return parts.filter((part) => part !== '' && !part.startsWith('--')).map(wishOf);
}

function wishOf(part: string): Wish {
  const [, key = '', , values = ''] = /^([\w.]+)\s*(=)\s*(.+)$/.exec(part) ?? [];
  const list = /^\((.+)\)$/.exec(values)?.[1] ?? values;
  return { key, values: list.split(/\sOR\s/).map((value) => value.trim().replace(/^"|"$/g, '')) };
}

const loggedAs: ReadonlyMap<Declared['asset'], string> = new Map([
  ['cloudfunctions.googleapis.com/CloudFunction', 'cloud_function'],
  ['cloudfunctions.googleapis.com/Function', 'cloud_run_revision'],
  ['serving.knative.dev/Service', 'cloud_run_revision'],
  ['run.googleapis.com/Service', 'cloud_run_revision'],
  ['run.googleapis.com/Job', 'cloud_run_job'],
]);

/** Whether what a function writes is kept: absent unless an exclusion of the stack says otherwise. */
export function loggingOf(declared: Declared, all: readonly Exclusion[]): Setting<boolean> {
  const kind = loggedAs.get(declared.asset);
  const name = textOf(property(declared, 'name'));
  const found = all.find((exclusion) => {
    if (kind === undefined || !exclusion.types.has(kind)) return false;
    return exclusion.name === undefined || exclusion.to === declared.id || exclusion.name === name;
  });
  return found === undefined
    ? absent(declared.at)
    : fixed(false, property(found.declared, 'filter')?.at ?? found.declared.at);
}
