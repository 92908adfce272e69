import type { Confidence } from '../../../model/confidence.js';
import type { Span } from '../../../model/span.js';
import { itemsOf, textOf, type Value } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import { type Substitutes, substituteOf } from './substitutes.js';

/** A command that deploys a function, service or job, as the arguments of a build step. */
export interface DeployCommand {
  readonly product: 'run' | 'functions' | 'jobs';
  readonly name: string;
  /** The argument that names what is deployed. */
  readonly at: Span;
  readonly list: Value;
  readonly reading: Reading;
  readonly substitutes: Substitutes;
  /** What is told apart from the words, by the flag that means the same. */
  readonly inputs?: ReadonlyMap<string, Value>;
}

/** How the arguments of a step are written, and what names in them stand for. */
export type Spelling = Pick<DeployCommand, 'reading' | 'substitutes'>;

const products: readonly (readonly [words: RegExp, product: DeployCommand['product']])[] = [
  [/(?:^| )run deploy$/, 'run'],
  [/(?:^| )functions deploy$/, 'functions'],
  [/(?:^| )run jobs (?:deploy|create)$/, 'jobs'],
  [/(?:^| )run worker-pools deploy$/, 'jobs'],
];

/** The command that the arguments of a step spell, if they do. */
export function commandIn(list: Value | undefined, spelling: Spelling): DeployCommand | undefined {
  if (list?.kind !== 'list') return undefined;
  const words = list.items.map((item) => textOf(item) ?? '');
  const verb = words.findIndex((word) => word === 'deploy' || word === 'create');
  const before = words.slice(Math.max(verb - 2, 0), verb + 1).join(' ');
  const [, product] = products.find(([spelled]) => spelled.test(before)) ?? [];
  const named = list.items[verb + 1];
  const name = words[verb + 1] ?? '';
  if (product === undefined || named === undefined) return undefined;
  return name === '' || name.startsWith('-') ? undefined : { product, name, at: named.at, list, ...spelling };
}

export interface Flag {
  readonly item: Value;
  readonly written: string;
}

/** A flag with its values, each in one argument or in two, or in a place of its own. */
export function flagsOf({ list, inputs }: DeployCommand, flag: string): readonly Flag[] {
  const items = itemsOf(list);
  const found = items.flatMap((item, index): readonly Flag[] => {
    const word = textOf(item) ?? '';
    if (word.startsWith(`${flag}=`)) return [{ item, written: word.slice(flag.length + 1) }];
    const next = items[index + 1];
    return word === flag && next !== undefined ? [{ item: next, written: textOf(next) ?? '$' }] : [];
  });
  const input = inputs?.get(flag);
  return input === undefined ? found : [...found, { item: input, written: textOf(input) ?? '$' }];
}

/** What follows a flag, as it is written. */
export function wordOf(command: DeployCommand, flag: string): string | undefined {
  return flagsOf(command, flag)[0]?.written;
}

/** True if a flag without a value stands there. */
export function switchOf({ list }: DeployCommand, flag: string): Value | undefined {
  return itemsOf(list).find((item) => textOf(item) === flag);
}

/** One of the pairs that a flag lists, at the argument that holds its value. */
export interface Pair {
  readonly name: string;
  readonly value: string;
  readonly at: Span;
  readonly confidence: Confidence;
}

/** The pairs that a flag lists; those that are filled in from elsewhere are left out. */
export function pairsOf(command: DeployCommand, flag: string): readonly Pair[] {
  return flagsOf(command, flag).flatMap(({ item, written }) =>
    partsOf(written).flatMap((part): readonly Pair[] => {
      const equals = part.indexOf('=');
      const [name, value] = [part.slice(0, equals).trim(), part.slice(equals + 1)];
      if (equals <= 0 || name.includes('$')) return [];
      const substitute = substituteOf(value.trim(), command.substitutes);
      if (substitute === undefined)
        return value.includes('$') ? [] : [{ name, value, at: item.at, confidence: 'high' }];
      const confidence = substitute.isDefault ? 'medium' : 'high';
      return [{ name, value: textOf(substitute.value) ?? '', at: substitute.value.at, confidence }];
    }),
  );
}

/** Commas part pairs, unless `^:^` at the start says that something else does. */
function partsOf(written: string): readonly string[] {
  const [opening = '', other] = /^\^([^^]{1,9})\^/.exec(written) ?? [];
  return other === undefined ? written.split(/[,\n]/) : written.slice(opening.length).split(other);
}
