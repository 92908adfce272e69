import type { Field, Fields } from '../resources/field.js';

interface Reached {
  readonly field: Field;
  /** What is left of the path. */
  readonly rest: readonly string[];
}

/** The field that a path of properties leads to in one body. Maps that only the API has stand in the same body. */
export function fieldAt(fields: Fields, path: readonly string[]): Reached | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const key = path.slice(0, length).join('.');
    const name = Object.hasOwn(fields, key) ? key : Object.keys(fields).find((one) => one.endsWith(`.${key}`));
    const field = name === undefined ? undefined : fields[name];
    if (field !== undefined) return { field, rest: path.slice(length) };
  }
  return undefined;
}
