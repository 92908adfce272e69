// npm run scale: what a company of ten thousand repositories costs in a week, by simulation with measured constants.
//   --measure          measures the constants anew, and writes sandbox/scale/constants.data.ts
//   --repositories N, --installations N, --pulls N (of a repository in a week), --workers N: another company
//   --write            writes the tables into docs/operate/scale.md
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openEmbedded } from '../dist/jobs/store/embedded.js';
import { migrate } from '../dist/jobs/store/migrations.js';
import { storeOf } from '../dist/jobs/store/store.js';
import { readManifest } from '../dist-sandbox/app.js';
import { usualAssumptions } from '../dist-sandbox/scale/assumptions.js';
import { measure } from '../dist-sandbox/scale/measure.js';
import { renderScale } from '../dist-sandbox/scale/render.js';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const number = (value) => ({ type: 'string', default: String(value) });
const { values } = parseArgs({
  options: {
    measure: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    repositories: number(usualAssumptions.repositories),
    installations: number(usualAssumptions.installations),
    pulls: number(usualAssumptions.pullsPerWeek),
    workers: number(usualAssumptions.workers),
  },
});

/** Bytes with indexes of a row of each table, by a thousand of what a store was given; and findings by kind of head. */
async function bytesIn(data) {
  const database = await openEmbedded(data);
  await migrate(database);
  const store = await storeOf(database, { onError: (error) => console.error(error) });
  const findings = await findingsByOwner(database);
  const [sample] =
    await database.query(`SELECT policy, threat, severity, status, framework, stack, path, line, resource,
    fingerprint, quote FROM postern.finding WHERE status = 'introduced' LIMIT 1`);
  await database.script('TRUNCATE postern.review, postern.finding, postern.delivery');
  const rows = 3000;
  for (let one = 0; one < rows; one += 1) await store.tasks.accept(`0f8fad5b-d9cd-469f-a165-70867728${one}`, []);
  await database.script(`INSERT INTO postern.review (installation, repository, number, head, conclusion, calls, milliseconds)
    SELECT 1, 'organisation/repository-' || n % 100, n, md5(n::text) || '01234567', 'success', 12, 900
    FROM generate_series(1, ${rows}) AS n`);
  const columns = Object.keys(sample);
  const literals = columns.map((name) =>
    sample[name] === null ? 'NULL' : `'${String(sample[name]).replaceAll("'", "''")}'`,
  );
  await database.script(`INSERT INTO postern.finding (review, ${columns.join(', ')})
    SELECT id, ${literals.join(', ')} FROM postern.review`);
  const size = async (table) => {
    const [row] = await database.query(`SELECT pg_total_relation_size('postern.${table}')::float8 AS size`);
    return Math.round(row.size / rows);
  };
  const bytes = { delivery: await size('delivery'), review: await size('review'), finding: await size('finding') };
  await store.close();
  return { bytes, findings };
}

async function findingsByOwner(database) {
  const rows = await database.query(`SELECT split_part(repository, '/', 1) AS owner,
      round(count(finding.review)::numeric / count(DISTINCT review.id), 1)::float8 AS findings
    FROM postern.review LEFT JOIN postern.finding ON finding.review = review.id GROUP BY owner`);
  return Object.fromEntries(rows.map(({ owner, findings }) => [owner, findings]));
}

async function measureAll() {
  const data = mkdtempSync(path.join(tmpdir(), 'scale-'));
  const app = readManifest(path.join(root, 'app.yml'));
  const { heads, ...rest } = await measure({
    app,
    entry: path.join(root, 'dist/server.js'),
    shop: path.join(root, 'sandbox/shop'),
    heads: 20,
    data,
  });
  const { bytes, findings } = await bytesIn(data);
  rmSync(data, { recursive: true });
  const withFindings = Object.entries(heads).map(([kind, cost]) => [kind, { ...cost, findings: findings[kind] ?? 0 }]);
  return {
    measuredOn: new Date().toISOString().slice(0, 10),
    heads: Object.fromEntries(withFindings),
    ...rest,
    bytes,
  };
}

const data = 'sandbox/scale/constants.data.ts';
let constants;
if (values.measure) {
  constants = await measureAll();
  const text = JSON.stringify(constants, null, 2)
    .replaceAll(/"(\w+)":/g, '$1:')
    .replaceAll('"', "'");
  const head =
    "import type { Constants } from './constants.js';\n\n/** Written by `npm run scale -- --measure`, on two cores. */\n";
  writeFileSync(path.join(root, data), `${head}export const measuredConstants: Constants = ${text};\n`);
} else {
  constants = (await import('../dist-sandbox/scale/constants.data.js')).measuredConstants;
}

const assumptions = {
  ...usualAssumptions,
  repositories: Number(values.repositories),
  installations: Number(values.installations),
  pullsPerWeek: Number(values.pulls),
  workers: Number(values.workers),
};
const tables = renderScale(constants, assumptions);
if (values.write) {
  const page = path.join(root, 'docs/operate/scale.md');
  const written = readFileSync(page, 'utf8').replace(
    /(<!-- scale:begin -->\n)[\s\S]*(<!-- scale:end -->)/,
    `$1${tables}$2`,
  );
  writeFileSync(page, written);
} else {
  console.log(tables);
}
