// Engine time against bare `yaml` parse time on the same templates, and memory. Build first: npm run build && npm run bench
import { parseDocument } from 'yaml';
import { adviseNothing } from '../dist/judgement/judge.js';
import { catalogue } from '../dist/policies/catalogue.js';
import { scan } from '../dist/scan.js';
import { defaultSettings } from '../dist/settings/defaults.js';
import { makeTemplates } from './templates.mjs';

const judge = { policies: catalogue, settings: defaultSettings(), date: '2026-11-25', advise: adviseNothing };
const counts = [250, 500, 1000];

function parseAll(templates) {
  const started = performance.now();
  for (const text of templates.values())
    parseDocument(text, { keepSourceTokens: true, uniqueKeys: false, logLevel: 'silent' });
  return performance.now() - started;
}

async function scanAll(templates) {
  const started = performance.now();
  const { findings } = await scan([...templates.keys()], async () => templates, judge);
  return { time: performance.now() - started, findings: findings.length };
}

const warm = makeTemplates(100);
parseAll(warm);
await scanAll(warm);
for (const count of counts) {
  const templates = makeTemplates(count);
  const bare = Math.min(parseAll(templates), parseAll(templates));
  const first = await scanAll(templates);
  const second = await scanAll(templates);
  const engine = Math.min(first.time, second.time);
  const rss = Math.round(process.memoryUsage().rss / 1024 / 1024);
  console.log(
    `${count} templates: parse ${bare.toFixed(0)} ms, engine ${engine.toFixed(0)} ms, ratio ${(engine / bare).toFixed(2)}, ` +
      `${first.findings} findings, ${rss} MB`,
  );
}
