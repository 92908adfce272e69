// npm run chaos: reviews while processes are killed at random. Prints what was lost or said twice; nothing should be.
//   --seed N       the same seed makes the same pushes and kills (1)
//   --reviews N    heads that are pushed (200)
//   --processes N  processes that share DATABASE_URL (1; more need DATABASE_URL)
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const text = (value) => ({ type: 'string', default: value });
const { values } = parseArgs({ options: { seed: text('1'), reviews: text('200'), processes: text('1') } });
const { runChaos } = await import('../dist-sandbox/chaos/chaos.js');
const { readManifest } = await import('../dist-sandbox/app.js');

const data = mkdtempSync(path.join(tmpdir(), 'chaos-'));
const databaseUrl = process.env.DATABASE_URL || undefined;
const options = { seed: Number(values.seed), reviews: Number(values.reviews), processes: Number(values.processes) };
const result = await runChaos({
  ...options,
  app: readManifest(path.join(root, 'app.yml')),
  entry: path.join(root, 'dist/server.js'),
  data,
  databaseUrl,
  print: (line) => process.stderr.write(`${line}\n`),
});
rmSync(data, { recursive: true, force: true });
const store = databaseUrl === undefined ? 'embedded' : 'served';
console.log(
  `${store}, ${options.processes} processes, seed ${options.seed}: ${result.heads} heads, ${result.kills} kills, ` +
    `${result.lost} webhooks unanswered, ${result.seconds} s; ${result.faults.length} faults`,
);
for (const fault of result.faults) console.log(`  ${fault}`);
process.exit(result.faults.length === 0 ? 0 : 1);
