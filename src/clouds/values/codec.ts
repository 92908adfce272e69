import type { Literal } from '../../model/literal.js';
import { textOf, type Value } from '../../model/value.js';

/** How a setting's words are read from a value, and how another word is written. `undefined`: not understood, so unknown. */
export interface Codec<T, W = T> {
  readonly read: (value: Value) => T | undefined;
  readonly write: (word: W) => Literal | undefined;
}

export const text: Codec<string> = { read: textOf, write: (word) => word };

/** Numbers, also as quoted text. */
export const number: Codec<number> = {
  read: (value) => {
    const written = textOf(value)?.trim();
    return written === undefined || written === '' || Number.isNaN(Number(written)) ? undefined : Number(written);
  },
  write: (word) => word,
};

const spelled = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['false', false],
  ['no', false],
  ['off', false],
]);

/** Booleans, also quoted. */
export const flag: Codec<boolean> = {
  read: (value) => spelled.get(textOf(value)?.toLowerCase() ?? ''),
  write: (word) => word,
};

/** That a block of settings is there, whatever it says. */
export const block: Codec<boolean> = {
  read: ({ kind }) => (kind === 'map' ? true : undefined),
  write: () => undefined,
};

/** The other way round: `disableX: true` read as `x: false`. */
export const invertedFlag: Codec<boolean> = {
  read: (value) => {
    const read = flag.read(value);
    return read === undefined ? undefined : !read;
  },
  write: (word) => !word,
};

/** Words of the framework against words of the model, compared without case. A written word that is not listed is unknown. */
export function words<T extends string | number | boolean>(table: Readonly<Record<string, T>>): Codec<T> {
  const byWritten = new Map(Object.entries(table).map(([written, word]) => [written.toLowerCase(), word]));
  return {
    read: (value) => byWritten.get(textOf(value)?.toLowerCase() ?? ''),
    write: (word) => Object.entries(table).find(([, meaning]) => meaning === word)?.[0],
  };
}

/** Reads through a function and writes through another. */
export function mapped<A, T, W = T>(
  codec: Codec<A>,
  read: (from: A) => T | undefined,
  write: (word: W) => Literal | undefined,
): Codec<T, W> {
  return {
    read: (value) => {
      const from = codec.read(value);
      return from === undefined ? undefined : read(from);
    },
    write,
  };
}

/** The id of the resource that a value points at, or its literal text. */
export const target: Codec<string, Literal> = {
  read: (value) => (value.kind === 'reference' ? value.to : textOf(value)),
  write: (word) => word,
};
