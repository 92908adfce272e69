import { folderOf } from '../../../model/path.js';
import { linesOf } from '../../../notation/text.js';
import type { Component, NamedPlace } from '../../component.js';
import { type Format, fileName, type Parsed, resolvePath, type Source } from '../../format.js';
import type { Doubts } from '../../reading/names.js';
import { exactPython, requirementComponent } from '../../reading/pep508.js';

/** pip's requirement files, with those they include. */
export const requirements: Format = {
  name: 'requirements',
  ecosystem: 'pypi',
  kind: 'manifest',
  matches: isRequirements,
  parse,
  lockfiles: [],
};

function isRequirements(path: string): boolean {
  const name = fileName(path);
  if (!name.endsWith('.txt') && !name.endsWith('.in')) return false;
  return name.includes('requirements') || (fileName(folderOf(path)) === 'requirements' && name.endsWith('.txt'));
}

interface Found {
  readonly components: Component[];
  readonly indexes: NamedPlace[];
  readonly registries: string[];
  readonly constraints: Map<string, string>;
  readonly seen: Set<string>;
  readonly notices: Doubts['notices'];
}

function parse(source: Source): Parsed {
  const found: Found = {
    components: [],
    indexes: [],
    registries: [],
    constraints: new Map(),
    seen: new Set(),
    notices: [],
  };
  readFile(source, found);
  const components = found.components.map((component) => {
    const version = component.range === '' ? found.constraints.get(component.name) : undefined;
    return version === undefined ? component : { ...component, version };
  });
  const { indexes, registries, notices } = found;
  return { components, indexes, registries, notices };
}

const mostIncludes = 50;

function readFile(source: Source, found: Found): void {
  found.seen.add(source.path);
  const doubts: Doubts = { path: source.path, text: source.text, notices: found.notices };
  const dev = /(?:^|[-_.])(?:dev|develop|development|test|tests|testing|lint|docs?|ci)(?:[-_.]|$)/.test(
    fileName(source.path),
  );
  for (const { text, start } of statementsOf(source.text)) {
    if (text.startsWith('-')) readOption(source, text, start, found);
    else {
      const component = readComponent({ text, start }, dev, doubts);
      if (component !== undefined) found.components.push(component);
    }
  }
}

interface Statement {
  readonly text: string;
  readonly start: number;
}

/** Lines joined where a backslash ends them, comments and blanks left out. */
function* statementsOf(text: string): Generator<Statement> {
  let open: { start: number; end: number } | undefined;
  for (const line of linesOf(text)) {
    const from = line.text.length - line.text.trimStart().length;
    const start = open?.start ?? line.start + from;
    const continued = line.text.endsWith('\\');
    open = continued ? { start, end: line.start + line.text.length } : undefined;
    if (continued) continue;
    const whole = text.slice(start, line.start + line.text.length);
    if (whole.trim() !== '' && !whole.startsWith('#')) yield { text: whole, start };
  }
}

function readComponent({ text, start }: Statement, dev: boolean, doubts: Doubts): Component | undefined {
  const { text: all } = doubts;
  const first = text.split('\n', 1)[0]?.replace(/\\?\r?$/, '') ?? '';
  const hashes = [...text.matchAll(/--hash[= ]([\w]{1,20}:[0-9a-fA-F]{1,200})/g)].map((match) => match[1] ?? '');
  const newline = all.indexOf('\n', start + text.length);
  const whole = { start: all.lastIndexOf('\n', start) + 1, end: newline === -1 ? all.length : newline + 1 };
  const more = { dev: dev || isKeptBack(first), whole, ...(hashes.length > 0 && { integrity: hashes }) };
  const comment = first.search(/\s#/);
  const written = (comment === -1 ? first : first.slice(0, comment)).trimEnd();
  const component = requirementComponent(written, start, more, doubts);
  if (component !== undefined) return component;
  const known = /^(?:git\+|https?:|file:|\.$|[\w.-]{1,200}\.(?:whl|zip|tar\.gz)$)|^[\w.~-]{0,200}\//.test(written);
  if (!known && doubts.notices.length < 20) doubtLine(doubts, start);
  return undefined;
}

/** A mark by which Serverless Framework's plugin for requirements leaves a line out of what it packs. */
function isKeptBack(line: string): boolean {
  return /\s#\s{0,10}no-deploy\b/.test(line);
}

function doubtLine(doubts: Doubts, start: number): void {
  const line = doubts.text.slice(0, start).split('\n').length;
  const message = 'This line is not a requirement that pip can read and was not reviewed.';
  doubts.notices.push({ path: doubts.path, line, message, kind: 'unread' });
}

function readOption(source: Source, text: string, start: number, found: Found): void {
  const option = /^(-{1,2}[\w-]{1,40})[=\s]{0,20}(\S{0,2000})/.exec(text);
  const [, name = '', value = ''] = option ?? [];
  const at = { path: source.path, start, end: start + text.length };
  if (name === '--extra-index-url') found.indexes.push({ name: value, at });
  if (name === '--index-url' || name === '-i') found.registries.push(value);
  const constraint = name === '-c' || name === '--constraint';
  if (!constraint && name !== '-r' && name !== '--requirement') return;
  const path = resolvePath(folderOf(source.path), value);
  if (path === undefined || found.seen.has(path) || found.seen.size > mostIncludes) return;
  const included = source.files.read(path);
  if (included === undefined) return;
  if (constraint) readConstraints({ ...source, path, text: included }, found);
  else if (!isRequirements(path)) readFile({ ...source, path, text: included }, found);
}

function readConstraints(source: Source, found: Found): void {
  found.seen.add(source.path);
  const doubts: Doubts = { path: source.path, text: source.text, notices: [] };
  for (const { text, start } of statementsOf(source.text)) {
    const component = requirementComponent(text.split('\n', 1)[0] ?? '', start, {}, doubts);
    const version = component === undefined ? undefined : exactPython(component.range ?? '');
    if (component !== undefined && version !== undefined) found.constraints.set(component.name, version);
  }
}
