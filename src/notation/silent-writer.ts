import type { Writer } from './writer.js';

/** Writes nothing: for values that stand inside a text or were put together from several places. */
export const silentWriter: Writer = {
  replace: () => undefined,
  insert: () => undefined,
  remove: () => undefined,
  append: () => undefined,
};
