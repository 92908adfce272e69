// Puts what AWS Lambda runs into deploy/lambda/package: dist, app.yml, and the packages of production without what only
// other ways of running need. Build first.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const target = path.join(root, process.argv[2] ?? 'deploy/lambda/package');
if (!existsSync(path.join(root, 'dist/lambda.js')))
  throw new Error('dist/lambda.js is not there: npm run build first.');

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const name of ['package.json', 'package-lock.json', 'server/package.json', 'app.yml', 'dist']) {
  cpSync(path.join(root, name), path.join(target, name), { recursive: true });
}
const args = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
const { status } = spawnSync('npm', args, { cwd: target, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
