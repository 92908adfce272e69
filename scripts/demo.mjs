// npm run demo: a review on this machine, without an account and without a network.
//   --once       print the first review and end
//   --port N     serve the page there; a free port when left out
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: { once: { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
});

const build = spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

const { runDemo } = await import('../dist-sandbox/demo/demo.js');
try {
  await runDemo({
    root,
    once: values.once,
    port: Number(values.port),
    print: (text) => process.stdout.write(`${text}\n`),
  });
  process.exit(0);
} catch (error) {
  process.stderr.write(`The demo failed: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
