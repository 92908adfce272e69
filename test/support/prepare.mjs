// Jest's global set-up: makes an empty embedded database once for this version of PGlite; tests copy it, which takes a
// tenth of the time.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const { version } = JSON.parse(readFileSync(path.join(modules, '@electric-sql/pglite/package.json'), 'utf8'));

export default function prepare() {
  const directory = path.join(modules, '.cache/postern', `store-${version}`);
  process.env.POSTERN_TEST_STORE = directory;
  if (existsSync(directory)) return;
  const beside = `${directory}.${process.pid}`;
  mkdirSync(beside, { recursive: true });
  const program = `import { PGlite } from '@electric-sql/pglite';
    await (await PGlite.create(${JSON.stringify(path.join(beside, 'store'))})).close();`;
  execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: path.dirname(modules) });
  try {
    renameSync(beside, directory);
  } catch {
    rmSync(beside, { recursive: true, force: true });
  }
}
