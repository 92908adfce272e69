// npm run bars -- [NAME...]: measures what operation has to hold, and says its figures beside their bars.
//   --short        a small part of each, in a minute or two
//   --workers N    reviews at the same time in a process (2)
//   --processes N  processes of chaos that share a database (1)
//   --seed N       of chaos (1)
// With DATABASE_URL (a server on which databases may be made) the store is served, otherwise it is embedded.
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { readManifest } from '../dist-sandbox/app.js';
import { bars } from '../dist-sandbox/bars/bars.js';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const text = (value) => ({ type: 'string', default: value });
const options = {
  short: { type: 'boolean', default: false },
  workers: text('2'),
  processes: text('1'),
  seed: text('1'),
};
const { values, positionals } = parseArgs({ options, allowPositionals: true });

/** An empty database of its own for each bar; undefined where there is no server. */
async function freshDatabase(name) {
  const server = process.env.DATABASE_URL;
  if (server === undefined) return { url: undefined, drop: async () => undefined };
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const database = `postern_bar_${name}_${process.pid}`;
  await client.query(`CREATE DATABASE ${database}`);
  return {
    url: Object.assign(new URL(server), { pathname: `/${database}` }).href,
    drop: async () => {
      await client.query(`DROP DATABASE ${database} WITH (FORCE)`);
      await client.end();
    },
  };
}

let isMet = true;
for (const name of positionals.length > 0 ? positionals : Object.keys(bars)) {
  const bar = bars[name];
  if (bar === undefined) throw new Error(`There is no bar ${name}; there are ${Object.keys(bars).join(', ')}.`);
  const { url, drop } = await freshDatabase(name);
  const load = os.loadavg()[0];
  const how = `${url === undefined ? 'embedded' : 'served'}, ${values.workers} workers${values.short ? ', short' : ''}`;
  console.log(`${name} (${how}; load ${load.toFixed(1)} on ${os.availableParallelism()} cores)`);
  const figures = await bar({
    app: readManifest(path.join(root, 'app.yml')),
    entry: path.join(root, 'dist/server.js'),
    databaseUrl: url,
    workers: Number(values.workers),
    processes: Number(values.processes),
    seed: Number(values.seed),
    isShort: values.short,
    print: (line) => process.stderr.write(`${line}\n`),
  });
  await drop();
  for (const { name: what, value, bar: wanted, isMet: holds } of figures) {
    isMet &&= holds;
    console.log(`  ${holds ? '✓' : '✗'} ${what}: ${value}${wanted === undefined ? '' : ` (${wanted})`}`);
  }
}
process.exit(isMet ? 0 : 1);
