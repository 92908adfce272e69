import { type Setting, unknown, type Write } from '../../model/setting.js';
import type { Span } from '../../model/span.js';
import { itemsOf, textOf, type Value } from '../../model/value.js';
import type { Reading } from '../reading/writer.js';

/** A command that deploys a function or service, as the arguments of a build step. */
export interface DeployCommand {
  readonly product: 'run' | 'functions';
  readonly name: string;
  /** The argument that names what is deployed. */
  readonly at: Span;
  readonly list: Value;
  readonly reading: Reading;
  /** What is told apart from the words, by the flag that means the same. */
  readonly inputs?: ReadonlyMap<string, Value>;
}

/** The command that the arguments of a step spell, if they do. */
export function commandIn(list: Value | undefined, reading: Reading): DeployCommand | undefined {
  if (list?.kind !== 'list') return undefined;
  const words = list.items.map((item) => textOf(item) ?? '');
  const deploy = words.indexOf('deploy');
  const product = words[deploy - 1];
  const named = list.items[deploy + 1];
  const name = words[deploy + 1] ?? '';
  if ((product !== 'run' && product !== 'functions') || named === undefined) return undefined;
  return name === '' || name.startsWith('-') ? undefined : { product, name, at: named.at, list, reading };
}

interface Flag {
  readonly item: Value;
  readonly written: string;
}

/** A flag with its value, in one argument or in two, or in a place of its own. */
function flagOf({ list, inputs }: DeployCommand, flag: string): Flag | undefined {
  const items = itemsOf(list);
  for (const [index, item] of items.entries()) {
    const word = textOf(item) ?? '';
    if (word.startsWith(`${flag}=`)) return { item, written: word.slice(flag.length + 1) };
    const next = items[index + 1];
    if (word === flag && next !== undefined) return { item: next, written: textOf(next) ?? '$' };
  }
  const input = inputs?.get(flag);
  return input && { item: input, written: textOf(input) ?? '$' };
}

/** What follows a flag, as it is written. */
export function wordOf(command: DeployCommand, flag: string): string | undefined {
  return flagOf(command, flag)?.written;
}

/** True if a flag without a value stands there. */
export function switchOf({ list }: DeployCommand, flag: string): Value | undefined {
  return itemsOf(list).find((item) => textOf(item) === flag);
}

/** A flag as a setting. What the build substitutes is unknown. */
export function flagSetting<T>(
  command: DeployCommand,
  flag: string,
  read: (written: string) => T | undefined,
): Setting<T> {
  const { list, reading, at } = command;
  const found = flagOf(command, flag);
  const write: Write<T> = (word) => reading.writer.append(list, `${flag}=${word}`);
  if (found === undefined) {
    return list.kind === 'list' && list.open ? unknown(at, 'open container') : { kind: 'absent', at, write };
  }
  const value = found.written.includes('$') ? undefined : read(found.written);
  if (value === undefined) {
    reading.unresolved.push({ at: found.item.at, because: 'build substitution' });
    return unknown(found.item.at, 'build substitution');
  }
  const isJoined = textOf(found.item) !== found.written;
  const rewrite: Write<T> = (word) => reading.writer.replace(found.item, isJoined ? `${flag}=${word}` : String(word));
  return { kind: 'known', value, at: found.item.at, confidence: 'high', write: rewrite };
}

/** Pairs that a flag lists, with the argument that holds them; those that the build fills in are left out. */
export function pairsOf(command: DeployCommand, flag: string): readonly (readonly [string, string, Span])[] {
  const found = flagOf(command, flag);
  if (found === undefined) return [];
  return found.written.split(/[,\n]/).flatMap((pair) => {
    const equals = pair.indexOf('=');
    const isKnown = equals > 0 && !pair.includes('$');
    return isKnown ? [[pair.slice(0, equals).trim(), pair.slice(equals + 1), found.item.at] as const] : [];
  });
}
