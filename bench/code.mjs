// Handlers: 4,000 lines against bare parsing of them, a unit of 200 files, hostile ones. Build first: npm run build && node bench/code.mjs
import { parse } from '@babel/parser';
import { openCodeReader } from '../dist/code/reader.js';
import { deriveFacts } from '../dist/facts/stack.js';
import { preparePython } from '../dist/languages/python/parse.js';
import { holdFiles } from '../dist/stacks/files.js';
import { readStacks } from '../dist/stacks/read.js';
import { entriesOf } from '../dist/stacks/relevance.js';
import { hostile, languages, makeHandler, makeUnit } from './handlers.mjs';

const rounds = 24;
const wantedLines = 4000;

/** Milliseconds of the processor: a busy machine changes little. */
function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function readAll(files) {
  const held = holdFiles([...files.keys()]);
  held.add(files, [...files.keys()]);
  const { stacks } = await readStacks(entriesOf([...files.keys()]), held, async () => files);
  const facts = stacks.map(({ model }) => deriveFacts(model));
  const reader = openCodeReader();
  const started = processor();
  const read = facts.map((stack) => reader.read(stack, held));
  return {
    time: processor() - started,
    notices: read.flatMap(({ notices }) => notices.length).reduce((sum, one) => sum + one, 0),
  };
}

function middle(list) {
  return list.toSorted((left, right) => left - right)[Math.floor(list.length / 2)];
}

const linesOf = (language, functions) => makeHandler(language, functions, 0).split('\n').length;

/** As many functions as the lines take that are wanted. */
function functionsFor(language) {
  let functions = 100;
  while (linesOf(language, functions) < wantedLines) functions += 1;
  return functions;
}

await preparePython();
for (const [language, { ending, template }] of Object.entries(languages)) {
  const functions = functionsFor(language);
  const lines = linesOf(language, functions);
  const read = [];
  const bare = [];
  for (let round = 0; round < rounds; round += 1) {
    const text = makeHandler(language, functions, round);
    const started = processor();
    if (ending === 'ts') parse(text, { sourceType: 'module', plugins: ['typescript'] });
    bare.push(processor() - started);
    const { time } = await readAll(
      new Map([
        ['template.yaml', template],
        [`src/app.${ending}`, text],
      ]),
    );
    read.push(time);
  }
  const warm = rounds / 3;
  const own = middle(read.slice(warm));
  const against = ending === 'ts' ? `, ${(own / middle(bare.slice(warm))).toFixed(1)} times bare parsing` : '';
  console.log(`${language}: ${lines} lines in ${own.toFixed(0)} ms${against}`);
  const units = [];
  for (let round = 0; round < 4; round += 1) units.push((await readAll(makeUnit(language, 200, round))).time);
  console.log(`${language}: 200 files in ${Math.min(...units).toFixed(0)} ms`);
}
for (const [name, text] of hostile) {
  const { time, notices } = await readAll(
    new Map([
      ['template.yaml', languages.typescript.template],
      ['src/app.js', text],
    ]),
  );
  console.log(`hostile, ${name}: ${time.toFixed(0)} ms, ${notices} notices`);
}
