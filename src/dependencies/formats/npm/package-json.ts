import parseVersion from 'semver/functions/parse.js';
import type { Json, JsonEntry } from '../../../notation/json/node.js';
import { entriesOf, insideQuotes, member, readJson, stringOf, stringsOf } from '../../../notation/json/positions.js';
import type { Component, InstallScript, NamedPlace, Origin } from '../../component.js';
import { type Format, fileName, type Parsed, type Source } from '../../format.js';
import { declaration, wholeLines } from '../../reading/draft.js';
import type { Doubts } from '../../reading/names.js';
import { unverifiedCommands, unverifiedRegistry } from '../../unverified.js';
import { registryTexts } from '../../written-texts.js';
import { catalogRange } from './pnpm-workspace.js';

const sections = [
  ['dependencies', false, false],
  ['optionalDependencies', false, false],
  ['peerDependencies', false, true],
  ['devDependencies', true, false],
] as const;

/** The manifest of npm, yarn, pnpm and bun. */
export const packageJson: Format = {
  name: 'package.json',
  ecosystem: 'npm',
  kind: 'manifest',
  matches: (path) => fileName(path) === 'package.json',
  parse,
  lockfiles: ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'],
};

function parse(source: Source): Parsed {
  const { root, notices } = readJson(source.path, source.text);
  const doubts: Doubts = { path: source.path, text: source.text, notices: [] };
  const components = sections.flatMap(([section, dev, peer]) =>
    [...entriesOf(member(root, section))].flatMap(([name, entry]) => {
      const component = declared(source, name, entry, { dev, peer, doubts });
      return component === undefined ? [] : [component];
    }),
  );
  return {
    components,
    scripts: installScripts(source.path, root),
    builds: allowedBuilds(source.path, root),
    texts: registryTexts(source.path, source.files),
    unverified: [...unverifiedScripts(source.path, root), ...unverifiedRegistry(source.path, source.files)],
    notices: [...notices, ...doubts.notices],
  };
}

/** Scripts of builds that load something without checking certificates; what developers run is their own business. */
function unverifiedScripts(path: string, root: Json | undefined): readonly NamedPlace[] {
  return [...entriesOf(member(root, 'scripts'))].flatMap(([name, { value }]) => {
    const written = /^(?:pre|post)?(?:install|prepare|build|bundle|package|deploy)/.test(name)
      ? stringOf(value)
      : undefined;
    return written === undefined ? [] : unverifiedCommands(path, written, { offset: value.start + 1 });
  });
}

interface Section {
  readonly dev: boolean;
  readonly peer: boolean;
  readonly doubts: Doubts;
}

function declared(source: Source, key: string, entry: JsonEntry, section: Section): Component | undefined {
  const written = stringOf(entry.value);
  if (written === undefined) return undefined;
  const catalog = written.startsWith('catalog:');
  const range = catalog ? catalogRange(source, key, written.slice(8)) : written;
  const aliased = range?.startsWith('npm:') === true ? splitAlias(range.slice(4)) : undefined;
  const plain = aliased?.range ?? range;
  const { start, end } = insideQuotes(source.path, entry.value);
  const skipped = plain === undefined ? 0 : Math.max(0, written.length - plain.length);
  return declaration(
    'npm',
    {
      name: aliased?.name ?? key,
      alias: aliased === undefined ? undefined : key,
      version: plain === undefined ? undefined : exactVersion(plain),
      range: plain,
      at: { start: entry.keyStart, end: entry.value.end },
      rangeAt: catalog ? undefined : { start: start + skipped, end },
      whole: wholeEntry(source.text, entry),
      origin: plain === undefined ? 'unknown' : originOf(plain),
      dev: section.dev,
      peer: section.peer,
    },
    section.doubts,
  );
}

/** `real@^1.0.0` of an alias, without its `npm:`. */
export function splitAlias(text: string): { readonly name: string; readonly range: string } {
  const at = text.indexOf('@', 1);
  return at === -1 ? { name: text, range: '' } : { name: text.slice(0, at), range: text.slice(at + 1) };
}

/** The version if a range admits exactly one. */
function exactVersion(range: string): string | undefined {
  if (range.length > 100) return undefined;
  const plain = range.trim().replace(/^[=v]{1,2}/, '');
  return parseVersion(plain) === null ? undefined : plain;
}

/** Where a dependency written like this comes from. */
export function originOf(range: string): Origin {
  if (/^(?:workspace|file|link|portal|patch):/.test(range) || /^(?:\.{1,2}|~)?\//.test(range)) return 'path';
  if (/^(?:git[+:]|github:|gitlab:|bitbucket:|gist:|git@|ssh:)/.test(range)) return 'git';
  if (/^https?:/.test(range)) return /\.git(?:#|$)/.test(range) ? 'git' : 'url';
  return /^[\w.-]{1,100}\/[\w.-]{1,100}(?:#.{0,300})?$/.test(range) ? 'git' : 'registry';
}

/** The entry with its line, or with one comma, so that what stays is valid JSON. Undefined when that cannot be told. */
function wholeEntry(text: string, entry: JsonEntry): { start: number; end: number } | undefined {
  const after = /^[ \t\r\n]{0,200},/.exec(text.slice(entry.value.end, entry.value.end + 201))?.[0].length;
  const lineStart = text.lastIndexOf('\n', entry.keyStart) + 1;
  const alone = text.slice(lineStart, entry.keyStart).trim() === '';
  if (after !== undefined) {
    const end = entry.value.end + after;
    const newline = /^[ \t\r]{0,200}\n/.exec(text.slice(end, end + 201))?.[0].length;
    return alone && newline !== undefined ? { start: lineStart, end: end + newline } : { start: entry.keyStart, end };
  }
  const before = text.slice(Math.max(0, entry.keyStart - 200), entry.keyStart).trimEnd();
  if (!before.endsWith(',')) return wholeLines(text, entry.keyStart, entry.value.end);
  return { start: text.lastIndexOf(',', entry.keyStart), end: entry.value.end };
}

const hooks = ['preinstall', 'install', 'postinstall', 'prepare'];

function installScripts(path: string, root: Json | undefined): readonly InstallScript[] {
  return [...entriesOf(member(root, 'scripts'))].flatMap(([name, entry]) => {
    const command = stringOf(entry.value);
    if (command === undefined || !hooks.includes(name)) return [];
    return [{ name, command: command.slice(0, 2000), at: { path, start: entry.keyStart, end: entry.value.end } }];
  });
}

function allowedBuilds(path: string, root: Json | undefined): readonly NamedPlace[] {
  const pnpm = stringsOf(member(member(root, 'pnpm'), 'onlyBuiltDependencies'));
  const trusted = stringsOf(member(root, 'trustedDependencies'));
  const listed = [...pnpm, ...trusted].map((item) => ({ name: String(item.value), at: insideQuotes(path, item) }));
  const meta = [...entriesOf(member(root, 'dependenciesMeta'))].flatMap(([name, entry]) => {
    const built = member(entry.value, 'built');
    const on = built?.kind === 'scalar' && built.value === true;
    return on ? [{ name, at: { path, start: entry.keyStart, end: entry.value.end } }] : [];
  });
  return [...listed, ...meta];
}
