/**
 * Asks Z3 which combinations of resource patterns some text can match, and records its answers as what the tests compare with.
 * Z3 is 35 MB on disk and stays out of the install; its memory is never given back, so that every few hundred questions get a process of
 * their own. Up to 500 are recorded; of more, each is held against our own answer at once (build first).
 * Usage: npm install --prefix /tmp/z3 z3-solver@5.2.0 && [FROM=NUMBER] node scripts/access-z3.mjs /tmp/z3 [COUNT]
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.argv[2] ?? '.', 'package.json'));
const count = Number(process.argv[3] ?? 500);
/** Of a process of its own: the number of the first question. */
const first = process.argv[4] === undefined ? undefined : Number(process.argv[4]);
const batch = 100;

/** The same numbers in every run (mulberry32). */
let state = 15;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
const pick = (list) => list[Math.floor(random() * list.length)];

/** Patterns over few letters, so that they meet. */
function pattern() {
  const length = 1 + Math.floor(random() * 6);
  return Array.from({ length }, () => pick(['a', 'b', ':', '*', '*', '?'])).join('');
}

function question() {
  const some = (least, most) => Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, pattern);
  return { within: some(1, 3), without: some(0, 3) };
}

function expression(text) {
  const parts = [...text].map((letter) => {
    if (letter === '*') return '(re.* re.allchar)';
    return letter === '?' ? 're.allchar' : `(str.to_re "${letter}")`;
  });
  return parts.length === 1 ? parts[0] : `(re.++ ${parts.join(' ')})`;
}

/** Z3's answers to the questions from one number on, as many as a process can hold, a line each: what it cannot decide is `null`. */
async function answersFrom(start) {
  for (let at = 0; at < start; at += 1) question();
  const { init } = require('z3-solver');
  const { Context, em } = await init();
  const { Solver } = Context('main');
  for (let at = start; at < Math.min(start + batch, count); at += 1) {
    const { within, without } = question();
    const solver = new Solver();
    solver.set('timeout', 5_000);
    const assertions = [
      ...within.map((text) => `(assert (str.in_re s ${expression(text)}))`),
      ...without.map((text) => `(assert (not (str.in_re s ${expression(text)})))`),
    ];
    solver.fromString(`(declare-const s String)\n${assertions.join('\n')}`);
    const found = await solver.check();
    const isDecided = found === 'sat' || found === 'unsat';
    process.stdout.write(`${JSON.stringify(isDecided ? { within, without, exists: found === 'sat' } : null)}\n`);
  }
  em?.PThread?.terminateAllThreads();
}

/** The answers that are not ours: of the kind of the test of what is recorded. */
async function disagreements(answers) {
  const { matchesWord } = await import('../dist/facts/access/patterns/meeting.js');
  const { elementsOf } = await import('../dist/facts/access/patterns/pattern.js');
  const { findWord } = await import('../dist/facts/access/patterns/search.js');
  return answers.filter(({ within, without, exists }) => {
    const patterns = [...within, ...without].map((text) => elementsOf(text, 'surely'));
    const isAsked = (matched) => matched.every((one, at) => one === at < within.length);
    const domain = [[{ kind: 'many', except: '' }]];
    const found = findWord({ domain, patterns, wanted: isAsked, budget: { left: 1_000_000 } });
    if (!exists) return found.kind !== 'none';
    return found.kind !== 'word' || !isAsked(patterns.map((one) => matchesWord(one, found.word)));
  });
}

async function askAll() {
  const answers = [];
  const wrong = [];
  for (let start = Number(process.env.FROM ?? 0); start < count; ) {
    const args = [process.argv[1], process.argv[2], String(count), String(start)];
    const { stdout, status } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      // Some questions end neither with an answer nor with the solver's own time-out.
      timeout: 180_000,
    });
    const lines = stdout.split('\n').slice(0, -1);
    const decided = lines.map((line) => JSON.parse(line)).filter((one) => one !== null);
    answers.push(...decided);
    wrong.push(...(await disagreements(decided)));
    // Z3 has bugs of its own: a question that ends its process, or never ends, is left undecided.
    start += lines.length + (status === 0 ? 0 : 1);
    process.stderr.write(`${start} asked, ${answers.length} decided, ${wrong.length} disagree\n`);
  }
  return { answers, wrong };
}

if (first !== undefined) {
  await answersFrom(first);
  process.exit(0);
}
const { answers, wrong } = await askAll();
if (count <= 500) {
  const text = answers.map((one) => JSON.stringify(one)).join(',\n');
  writeFileSync(
    'test/facts/access/z3-answers.json',
    `{"source":"z3-solver 5.2.0 by scripts/access-z3.mjs, 2026-11-26","answers":[\n${text}\n]}\n`,
  );
}
for (const one of wrong) process.stdout.write(`${JSON.stringify(one)}\n`);
const satisfiable = answers.filter(({ exists }) => exists).length;
process.stdout.write(`${answers.length} of ${count} decided, ${satisfiable} satisfiable, ${wrong.length} disagree\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
