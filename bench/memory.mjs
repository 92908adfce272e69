// Whether reviews leave memory behind: 200 of the same folder's infrastructure in one process, each of a text that was not seen before.
// Build first: npm run build && node --expose-gc bench/memory.mjs DIR [.bicep]
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { adviseNothing } from '../dist/judgement/judge.js';
import { catalogue } from '../dist/policies/catalogue.js';
import { review } from '../dist/review.js';
import { defaultSettings } from '../dist/settings/defaults.js';

const [root, ending = '.bicep'] = process.argv.slice(2);
const reviews = 200;
const step = 20;
const judge = { policies: catalogue, settings: defaultSettings(), date: '2026-11-25', advise: adviseNothing };
const comment = { '.bicep': '//', '.tf': '#', '.yml': '#', '.yaml': '#' }[ending];

const texts = new Map(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(root, file), readFileSync(file, 'utf8')]),
);

function pullOf(round) {
  const written = (side) => new Map([...texts].map(([name, text]) => [name, `${text}\n${comment} ${side} ${round}\n`]));
  const sides = { base: written('base'), head: written('head') };
  return {
    changedFiles: [...texts.keys()].map((name) => ({ path: name, status: 'modified' })),
    truncated: false,
    list: async (side) => [...sides[side].keys()],
    read: async (side, paths) => new Map(paths.map((name) => [name, sides[side].get(name)])),
    unread: () => [],
  };
}

const megabytes = (bytes) => Math.round(bytes / 1024 / 1024);
let since = performance.now();
for (let round = 1; round <= reviews; round += 1) {
  await review(pullOf(round), judge);
  if (round % step !== 0) continue;
  const each = Math.round((performance.now() - since) / step);
  globalThis.gc?.();
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
  const held = { rss, heapUsed, external, arrayBuffers };
  const shown = Object.entries(held).map(([name, bytes]) => `${name} ${megabytes(bytes)} MB`);
  console.log(`${round} reviews of ${texts.size} files: ${each} ms each, ${shown.join(', ')}`);
  since = performance.now();
}
