// Time of reading and judging lockfiles, against bare JSON.parse on the same text. Build first: npm run build && node bench/dependencies.mjs
import { componentSets } from '../dist/dependencies/component-set.js';
import { indexAdvisories } from '../dist/dependencies/matching/matches.js';
import { catalogue } from '../dist/policies/catalogue.js';
import { judgeSet } from '../dist/policies/components/judge.js';

const date = '2026-11-25';
const integrity = `sha512-${'A'.repeat(86)}==`;

/** A lockfile of about twelve lines a package, each package requiring its successors. */
function makeLock(packages, changed) {
  const entries = { '': { name: 'orders', version: '1.0.0', dependencies: { 'package-0': '^1.0.0' } } };
  for (let index = 0; index < packages; index += 1) {
    const name = `package-${index}`;
    entries[`node_modules/${name}`] = {
      version: index === changed ? '1.1.0' : '1.0.0',
      resolved: `https://registry.npmjs.org/${name}/-/${name}-1.0.0.tgz`,
      integrity,
      license: 'MIT',
      dependencies: { [`package-${index + 1}`]: '^1.0.0', [`package-${index * 2 + 1}`]: '^1.0.0' },
      engines: { node: '>=18' },
    };
  }
  return JSON.stringify({ name: 'orders', version: '1.0.0', lockfileVersion: 3, packages: entries }, null, 2);
}

function filesOf(texts) {
  return { list: () => [...texts.keys()].sort(), read: (path) => texts.get(path) };
}

function projectOf(lock) {
  return new Map([
    ['package.json', JSON.stringify({ dependencies: { 'package-0': '^1.0.0' } })],
    ['package-lock.json', lock],
  ]);
}

function makeAdvisories(packages) {
  return Array.from({ length: 60 }, (_, index) => ({
    id: `GHSA-${index}`,
    aliases: [`CVE-2026-${index}`],
    summary: 'A vulnerability',
    modified: date,
    severity: [],
    rating: 'HIGH',
    url: '',
    affected: [
      {
        ecosystem: 'npm',
        name: `package-${Math.floor((index * packages) / 60)}`,
        versions: [],
        severity: [],
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.0.5' }] }],
      },
    ],
  }));
}

const surroundings = { policies: catalogue, date, functions: [], ownNames: [] };

/** Reads base and head and judges: what a pull request costs apart from fetching. */
function review(base, head, index) {
  const before = new Map(componentSets([...base.keys()], filesOf(base)).map((set) => [set.path, set]));
  const after = componentSets([...head.keys()], filesOf(head));
  return after.flatMap((set) => judgeSet(before.get(set.path), set, index, surroundings).problems).length;
}

function best(run, times = 7) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < times; round += 1) {
    const started = performance.now();
    run();
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

const lock = makeLock(2310, 7);
const lines = lock.split('\n').length;
const index = indexAdvisories(makeAdvisories(2310));
const parse = best(() => JSON.parse(lock));
const head = projectOf(lock);
const read = best(() => componentSets(['package-lock.json'], filesOf(head)));
const whole = best(() => review(projectOf(makeLock(2310)), head, index));
console.log(
  `package-lock of ${lines} lines: JSON.parse ${parse.toFixed(1)} ms, reading ${read.toFixed(1)} ms (ratio ${(read / parse).toFixed(1)}), ` +
    `reading both sides and judging ${whole.toFixed(1)} ms`,
);

const many = (changed) =>
  new Map(
    Array.from({ length: 100 }, (_, number) =>
      [...projectOf(makeLock(155, changed))].map(([path, text]) => [`app-${number}/${path}`, text]),
    ).flat(),
  );
const [base, changed] = [many(undefined), many(7)];
const started = performance.now();
const found = review(base, changed, index);
const total = [...changed.values()].reduce((sum, text) => sum + text.split('\n').length, 0);
console.log(
  `100 lockfiles, ${total} lines, both sides: ${(performance.now() - started).toFixed(0)} ms, ${found} problems`,
);
