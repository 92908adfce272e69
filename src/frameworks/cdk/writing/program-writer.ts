import type { Writer } from '../../../notation/writer.js';
import type { Writing } from '../synthesis/draft.js';

/** Writes where the program's own text stands behind a value: one literal or one property. */
export function programWriter(writing: Writing): Writer {
  return {
    replace: (value, literal) => writing.replacing.get(value)?.(literal),
    insert: (map, path, literal) => writing.inserting.get(map)?.(path, literal),
    remove: () => undefined,
    append: () => undefined,
  };
}
