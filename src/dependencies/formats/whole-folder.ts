import { folderOf } from '../../model/path.js';
import { mostCarried, unneededIn } from '../../model/unneeded.js';
import { linesOf } from '../../notation/text.js';
import type { ComponentSet } from '../component.js';
import { fileName, type Source } from '../format.js';

/** The folder itself as the first source; what comes from another stage or address is none. */
const copied =
  /^\s{0,50}(?:COPY|ADD)\s{1,20}(?:--(?!from=)\S{1,100}\s{1,20}){0,5}(?:\[\s{0,5}")?\.\/?(?:"\s{0,5},|\s)/i;

/** Where the last stage copies all of its folder, with what is in it that no code needs; nothing where a file says what to leave out. */
export function wholeFolder({ path, text, files }: Source): ComponentSet['copies'] {
  let at: NonNullable<ComponentSet['copies']>['at'] | undefined;
  for (const line of linesOf(text)) {
    // What earlier stages hold is not in the image.
    if (/^\s{0,50}FROM\s/i.test(line.text)) at = undefined;
    else if (copied.test(line.text)) at ??= { path, start: line.start, end: line.start + line.text.length };
  }
  if (at === undefined) return undefined;
  const folder = folderOf(path);
  const list = files.list();
  const ignoring = ['.dockerignore', `${fileName(path)}.dockerignore`].flatMap((name) => [name, `${folder}/${name}`]);
  if (list.some((one) => ignoring.includes(one))) return undefined;
  const unneeded = unneededIn(list, folder).slice(0, mostCarried);
  return unneeded.length === 0 ? undefined : { at, unneeded };
}
