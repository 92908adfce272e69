/**
 * Asks Z3 which combinations of resource patterns some text can match, and records its answers as what the tests compare with.
 * Z3 is 35 MB on disk and stays out of the install.
 * Usage: npm install --prefix /tmp/z3 z3-solver@5.2.0 && node scripts/access-z3.mjs /tmp/z3 [COUNT]
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.argv[2] ?? '.', 'package.json'));
const { init } = require('z3-solver');
const count = Number(process.argv[3] ?? 500);

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

const { Context, em } = await init();
const { Solver } = Context('main');
const answers = [];
for (let at = 0; at < count; at += 1) {
  const { within, without } = question();
  const solver = new Solver();
  solver.set('timeout', 20_000);
  const assertions = [
    ...within.map((text) => `(assert (str.in_re s ${expression(text)}))`),
    ...without.map((text) => `(assert (not (str.in_re s ${expression(text)})))`),
  ];
  solver.fromString(`(declare-const s String)\n${assertions.join('\n')}`);
  const found = await solver.check();
  if (found === 'sat' || found === 'unsat') answers.push({ within, without, exists: found === 'sat' });
}
em?.PThread?.terminateAllThreads();
const text = answers.map((one) => JSON.stringify(one)).join(',\n');
writeFileSync(
  'test/facts/access/z3-answers.json',
  `{"source":"z3-solver 5.2.0 by scripts/access-z3.mjs, 2026-11-26","answers":[\n${text}\n]}\n`,
);
process.stdout.write(
  `${answers.length} of ${count} decided, ${answers.filter(({ exists }) => exists).length} satisfiable\n`,
);
process.exit(0);
