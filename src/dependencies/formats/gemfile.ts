import { type Line, linesOf } from '../../notation/text.js';
import type { Component } from '../component.js';
import { type Format, fileName, type Parsed, type Source } from '../format.js';
import { componentFrom, declaration, wholeLines } from '../reading/draft.js';
import { type LockNode, withPaths } from '../reading/graph.js';
import type { Doubts } from '../reading/names.js';
import { besideDeclared } from './beside.js';

/** Bundler's manifest: the gems it names on lines of their own. */
export const gemfile: Format = {
  name: 'gemfile',
  ecosystem: 'rubygems',
  kind: 'manifest',
  matches: (path) => fileName(path) === 'Gemfile' || fileName(path) === 'gems.rb',
  parse: ({ path, text }) => {
    const doubts: Doubts = { path, text, notices: [] };
    let dev = false;
    const components = [...linesOf(text)].flatMap((line) => {
      if (/^\s{0,100}group\b/.test(line.text)) dev = !/:(?:default|production)\b/.test(line.text);
      else if (/^end\b/.test(line.text)) dev = false;
      return gem(line, dev, doubts) ?? [];
    });
    return { components, notices: doubts.notices };
  },
  lockfiles: ['Gemfile.lock', 'gems.locked'],
};

const gemLine = /^\s{0,100}gem[\s(]{1,20}(['"])([^'"]{1,200})\1(?:\s{0,20},\s{0,20}(['"])([^'"]{1,100})\3)?/;

function gem(line: Line, dev: boolean, doubts: Doubts): Component | undefined {
  const found = gemLine.exec(line.text);
  if (found === null) return undefined;
  const [whole, , name = '', , range] = found;
  const rest = line.text.slice(whole.length);
  const from = range === undefined ? 0 : line.start + whole.length - range.length - 1;
  const start = line.start + line.text.indexOf('gem');
  const end = line.start + line.text.trimEnd().length;
  const origin = /\b(?:git|github|gist|bitbucket)(?::|\s{0,5}=>)/.test(rest)
    ? 'git'
    : /\bpath(?::|\s{0,5}=>)/.test(rest)
      ? 'path'
      : 'registry';
  return declaration(
    'rubygems',
    {
      name,
      version: range === undefined ? undefined : exactGem(range),
      range,
      at: { start, end },
      rangeAt: range === undefined ? undefined : { start: from, end: from + range.length },
      whole: wholeLines(doubts.text, start, end),
      origin,
      dev: dev || /group:?\s{0,5}(?:=>)?\s{0,5}\[?:(?:development|test)/.test(rest),
    },
    doubts,
  );
}

function exactGem(range: string): string | undefined {
  return /^=?\s{0,5}(\d[\w.-]{0,100})$/.exec(range)?.[1];
}

/** Bundler's lockfile. */
export const gemfileLock: Format = {
  name: 'gemfile-lock',
  ecosystem: 'rubygems',
  kind: 'lockfile',
  matches: (path) => fileName(path) === 'Gemfile.lock' || fileName(path) === 'gems.locked',
  parse: parseLock,
  manifests: ['Gemfile', 'gems.rb'],
};

interface Spec {
  readonly name: string;
  readonly version: string;
  readonly line: Line;
  readonly section: string;
  readonly requires: string[];
}

function parseLock(source: Source): Parsed {
  const doubts: Doubts = { path: source.path, text: source.text, notices: [] };
  const { specs, direct } = readSpecs(source.text);
  const nodes = specs.flatMap((spec) => nodeOf(spec, doubts) ?? []);
  const declared = besideDeclared(source, [gemfile]) ?? [];
  const dev = new Set(declared.filter((component) => component.dev).map((component) => component.name));
  const roots = {
    runtime: direct.filter((name) => !dev.has(name)),
    dev: direct.filter((name) => dev.has(name)),
  };
  return { components: withPaths(nodes, direct.length === 0 ? undefined : roots), notices: doubts.notices };
}

function readSpecs(text: string): { readonly specs: readonly Spec[]; readonly direct: readonly string[] } {
  const specs: Spec[] = [];
  const direct: string[] = [];
  let section = '';
  for (const line of linesOf(text)) {
    const indent = line.text.length - line.text.trimStart().length;
    const [name = '', bracketed = ''] = line.text.trim().split(' ', 2);
    if (name === '') continue;
    if (indent === 0) section = name;
    else if (section === 'DEPENDENCIES') direct.push(name.replace(/!$/, ''));
    else if (indent === 4 && bracketed.startsWith('(')) {
      specs.push({ name, version: bracketed.replace(/[()]/g, ''), line, section, requires: [] });
    } else if (indent === 6) specs.at(-1)?.requires.push(name);
  }
  return { specs: specs.filter((spec) => ['GEM', 'GIT', 'PATH', 'PLUGIN'].includes(spec.section)), direct };
}

/** Versions of gems with native code end in their platform: `1.2.3-x86_64-linux`. */
function nodeOf({ name, version, line, section, requires }: Spec, doubts: Doubts): LockNode | undefined {
  if (section === 'PATH') return undefined;
  const plain = version.split('-', 1)[0];
  const at = { start: line.start + 4, end: line.start + line.text.trimEnd().length };
  const origin = section === 'GIT' ? 'git' : 'registry';
  const component = componentFrom('rubygems', { name, version: plain, at, origin }, doubts);
  return component === undefined ? undefined : { id: name, component, requires };
}
