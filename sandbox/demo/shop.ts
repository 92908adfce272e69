import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Files } from '../git/commit.js';

/** Every file under a folder, by its path from there. */
export function readFolder(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file)];
    }),
  );
}

export const shopPull = {
  title: 'Let customers track their orders',
  body: 'A page where customers see whether an order is paid. It calls the new function directly, without the API.',
};
