// Facts that age: every data file says where it was read and when, and has a form that can be right.
// npm run data:check [-- --date YYYY-MM-DD] [--root DIR]
// Exit 1 if one has no source or no date, or breaks its form; a file that is older than 180 days is a warning.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const own = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { date: { type: 'string' }, root: { type: 'string' } } });
const today = values.date ?? new Date().toISOString().slice(0, 10);
const root = values.root ?? own;

/** Days after which somebody should look again. */
const oldest = 180;

const months = 'January February March April May June July August September October November December'.split(' ');

const problems = [];
const warnings = [];
let count = 0;

for (const path of filesIn(join(root, 'src'))) {
  count += 1;
  const text = readFileSync(path, 'utf8');
  const name = relative(root, path);
  const said = commentsIn(text);
  const read = datesIn(said);
  if (!hasSource(said)) problems.push(`${name}: no source (an address, a document or a package with its version)`);
  if (read === undefined) problems.push(`${name}: no date on which it was read (YYYY-MM-DD)`);
  else if (read > today) problems.push(`${name}: read on ${read}, which is in the future`);
  else if (daysBetween(read, today) > oldest)
    warnings.push(`${name}: read on ${read}, ${daysBetween(read, today)} days ago: look again`);
  problems.push(...formOf(text).map((problem) => `${name}: ${problem}`));
}

for (const line of warnings) console.log(`warning: ${line}`);
for (const line of problems) console.error(`error: ${line}`);
console.log(`${count} data files, ${problems.length} errors, ${warnings.length} warnings.`);
process.exitCode = problems.length > 0 ? 1 : 0;

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.data.ts'))
    .sort()
    .map((path) => join(folder, path));
}

/** What its comments say, one after the other. */
function commentsIn(text) {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => /^(?:\/\/|\/\*|\*)/.test(line))
    .map((line) => line.replace(/^(?:\/\/|\/?\*{1,2}\/?)\s?/, ''))
    .join(' ');
}

function hasSource(said) {
  return /https?:\/\/|\b(?:sources?|documentation|specification)\b|\b[a-z0-9-]+\.(?:com|org|dev|net|io|js)\b|\d+\.\d+\.\d+/i.test(
    said,
  );
}

/** The oldest day on which its comments say that it was read; otherwise the oldest that they name at all. */
function datesIn(said) {
  const text = said.replace(
    new RegExp(`\\b(${months.join('|')}) (20\\d{2})\\b`, 'g'),
    (_, month, year) => `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-01`,
  );
  const read = [
    ...text.matchAll(/(?:read|compiled|checked|as of|state of)[ ,]{1,2}(?:(?:on|in) )?(20\d{2}-\d{2}-\d{2})/gi),
  ];
  const named = [...text.matchAll(/\b(20\d{2}-\d{2}-\d{2})\b/g)];
  const dates = (read.length > 0 ? read : named).map(([, date]) => date);
  return dates.sort()[0];
}

function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Dates that exist and come in order, and accounts of twelve digits. */
function formOf(text) {
  const found = [];
  for (const [, date] of text.matchAll(/'(\d{4}-\d{2}-\d{2})'/g)) {
    const parsed = new Date(`${date}T00:00:00Z`);
    if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date) found.push(`${date} is no date`);
  }
  for (const [, first, second] of text.matchAll(/deprecated: '([\d-]{10})', blocked: '([\d-]{10})'/g)) {
    if (first > second) found.push(`blocked on ${second}, before it is deprecated on ${first}`);
  }
  for (const [, digits] of text.matchAll(/'(\d{9,15})'/g)) {
    if (digits.length !== 12) found.push(`${digits} is no account: it has ${digits.length} digits`);
  }
  return found;
}
