import { z } from 'zod';
import type { Keys } from './document.js';
import { nearestName } from './nearest-name.js';
import { settingsSchema } from './schema.js';
import { shown } from './shown.js';
import { isMap, valueIn } from './written.js';

/** What is wrong with a settings file, and where. */
export interface Mistake {
  readonly at: Keys;
  /** One sentence. */
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** Mistakes of one file that are told; of more, how many there are. */
const mostTold = 50;

/** What is wrong with settings as they are written, in the order of the schema. */
export function mistakesIn(written: unknown, policies: readonly string[]): readonly Mistake[] {
  const result = settingsSchema.safeParse(written);
  const issues = result.success ? [] : result.error.issues.flatMap(apart);
  const unknown = unknownPolicies(written, policies);
  const told = [
    ...issues.slice(0, mostTold).flatMap((issue) => mistakesOf(issue, written)),
    ...unknown.slice(0, Math.max(0, mostTold - issues.length)).map((named) => unknownPolicy(named, policies)),
  ];
  const more = issues.length + unknown.length - told.length;
  return more <= 0 ? told : [...told, { at: [], message: `Settings have ${more} more mistakes.` }];
}

/** Keys that there are none of are one issue for each. */
function apart(issue: Issue): readonly Issue[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue];
}

function mistakesOf(issue: Issue, written: unknown): readonly Mistake[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue.path, key));
  const meant = issue.code === 'invalid_union' ? closestOf(issue) : issue;
  const at = [...issue.path, ...(meant === issue ? [] : meant.path)];
  if (meant.code === 'unrecognized_keys') return meant.keys.slice(0, mostTold).map((key) => unknownKey(at, key));
  return [{ at, message: `Settings at ${nameOf(at)}: ${sayOf(meant, valueIn(written, at))}` }];
}

/** Of several ways to write a value the one that was begun; where none was, all words that there are. */
function closestOf(union: z.core.$ZodIssueInvalidUnion): Issue {
  const issues = union.errors.flatMap(([first]) => first ?? []);
  const inner = issues.find(({ path }) => path.length > 0) ?? issues.find(({ code }) => code === 'unrecognized_keys');
  if (inner !== undefined) return inner;
  const values = issues.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values : []));
  const words = values.filter((value) => typeof value === 'string');
  const [first = union] = issues;
  return words.length === 0 ? first : { code: 'invalid_value', values: words, path: [], message: '' };
}

function unknownKey(at: Keys, key: string): Mistake {
  return { at: [...at, key], message: `Settings at ${nameOf(at)} have no ${shown(key)}${hint(key, keysAt(at))}.` };
}

function sayOf(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_value') return wordsFor(issue.values.map(String), value);
  if (issue.code === 'invalid_type' && value === undefined) return 'this is mandatory.';
  if (issue.code === 'invalid_type') return `${shown(value)} is no ${kinds[issue.expected] ?? issue.expected}.`;
  if (issue.code === 'too_big') return `${shown(value)} is more than ${issue.maximum}.`;
  if (issue.code === 'too_small' && issue.origin === 'string') return 'this must not be empty.';
  if (issue.code === 'too_small') return `${shown(value)} is less than ${issue.minimum}.`;
  return `${shown(value)} ${issue.message}.`;
}

const kinds: Readonly<Record<string, string>> = {
  int: 'whole number',
  string: 'text',
  array: 'list',
  object: 'map',
  record: 'map',
  boolean: 'true or false',
};

function wordsFor(words: readonly string[], value: unknown): string {
  const listed = `${words.slice(0, -1).join(', ')}${words.length > 1 ? ' or ' : ''}${words.at(-1) ?? ''}`;
  const near = typeof value === 'string' ? hint(value, words) : '';
  return `there is no ${shown(value)}${near}. Write ${listed}.`;
}

const longestKey = 60;

function nameOf(at: Keys): string {
  return at.length === 0 ? 'the top level' : shown(at.map((key) => String(key).slice(0, longestKey)).join('.'));
}

function hint(written: string, names: readonly string[]): string {
  const nearest = nearestName(written, names);
  return nearest === undefined ? '' : `; did you mean \`${nearest}\``;
}

function keysAt(path: Keys): readonly string[] {
  let schema: unknown = z.toJSONSchema(settingsSchema, { io: 'input' });
  for (const key of path) schema = stepInto(schema, key);
  return Object.keys(Object(valueIn(schema, ['properties']) ?? {}));
}

/** The schema of a key, of an item, or of any key of a record. */
function stepInto(schema: unknown, key: PropertyKey): unknown {
  const inner =
    valueIn(schema, ['properties', key]) ??
    valueIn(schema, [typeof key === 'number' ? 'items' : 'additionalProperties']);
  const ways = valueIn(inner, ['anyOf']);
  return Array.isArray(ways) ? ways.find((one) => valueIn(one, ['properties']) !== undefined) : inner;
}

interface Named {
  readonly id: string;
  readonly at: Keys;
}

/** Policies that there are none of, whatever else is wrong. */
function unknownPolicies(written: unknown, policies: readonly string[]): readonly Named[] {
  const ids = Object.keys(Object(valueIn(written, ['policies']) ?? {})).map(
    (id): Named => ({ id, at: ['policies', id] }),
  );
  const list = valueIn(written, ['suppressions']);
  const named = (Array.isArray(list) ? list : []).flatMap((entry: unknown, index): readonly Named[] => {
    const id = isMap(entry) ? entry.policy : undefined;
    return typeof id === 'string' ? [{ id, at: ['suppressions', index, 'policy'] }] : [];
  });
  return [...ids, ...named].filter(({ id }) => !policies.includes(id));
}

function unknownPolicy({ id, at }: Named, policies: readonly string[]): Mistake {
  return { at, message: `There is no policy ${shown(id)}${hint(id, policies)}.` };
}
