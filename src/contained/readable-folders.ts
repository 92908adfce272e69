import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a child may read: the folder of the program, and where Node looks for packages from there. */
export function readableFolders(program: string): readonly string[] {
  const above: string[] = [];
  for (let folder = program; dirname(folder) !== folder; folder = dirname(folder)) {
    above.push(basename(folder) === 'node_modules' ? folder : join(folder, 'node_modules'));
  }
  const there = above.filter((one) => existsSync(one)).reverse();
  // A folder of packages may be a link to one elsewhere, and it is there that Node reads.
  const all = [...there, ...there.map((one) => realpathSync(one)), program];
  // Node 20 ends with an assertion when one allowed folder lies in another.
  return [...new Set(all)].filter((one) => !all.some((other) => other !== one && `${one}/`.startsWith(`${other}/`)));
}
