import { type Line, linesOf } from '../../../notation/text.js';
import type { Component } from '../../component.js';
import { type Format, fileName, type Parsed, type Source } from '../../format.js';
import { declaration } from '../../reading/draft.js';
import type { Doubts } from '../../reading/names.js';

/** Go's module file: what it requires is what is built. */
export const goMod: Format = {
  name: 'go.mod',
  ecosystem: 'go',
  kind: 'manifest',
  matches: (path) => fileName(path) === 'go.mod',
  parse,
  lockfiles: [],
};

interface Directive {
  readonly keyword: string;
  readonly words: readonly string[];
  readonly comment: string;
  readonly line: Line;
  /** Where the first word begins within the line. */
  readonly from: number;
}

function parse({ path, text }: Source): Parsed {
  const doubts: Doubts = { path, text, notices: [] };
  const directives = [...directivesOf(text)];
  const replacements = new Map(directives.flatMap(replacementOf));
  const components = directives.flatMap((directive) => {
    if (directive.keyword === 'require') return required(directive, replacements, doubts) ?? [];
    return [];
  });
  const toolchain = standardLibrary(directives, doubts);
  return { components: toolchain === undefined ? components : [...components, toolchain], notices: doubts.notices };
}

function* directivesOf(text: string): Generator<Directive> {
  let block = '';
  for (const line of linesOf(text)) {
    const slashes = line.text.indexOf('//');
    const comment = slashes === -1 ? '' : line.text.slice(slashes + 2).trim();
    const words = (slashes === -1 ? line.text : line.text.slice(0, slashes)).split(/\s+/).filter((word) => word !== '');
    if (words.length === 0) continue;
    if (words[0] === ')') block = '';
    else if (words[1] === '(') block = words[0] ?? '';
    else {
      const keyword = block === '' ? (words[0] ?? '') : block;
      const rest = block === '' ? words.slice(1) : words;
      const from = line.text.indexOf(rest[0] ?? '', block === '' ? line.text.indexOf(keyword) + keyword.length : 0);
      yield { keyword, words: rest.map(withoutQuotes), comment, line, from };
    }
  }
}

function withoutQuotes(word: string): string {
  return word.startsWith('"') && word.endsWith('"') ? word.slice(1, -1) : word;
}

interface Replacement {
  readonly name: string;
  readonly version: string | undefined;
}

/** `old [v1] => new [v2]`; without a version the new name is a folder. */
function replacementOf({ keyword, words }: Directive): readonly (readonly [string, Replacement])[] {
  const arrow = words.indexOf('=>');
  const name = words[arrow + 1];
  if (keyword !== 'replace' || arrow < 1 || name === undefined) return [];
  const old = arrow === 2 ? `${words[0] ?? ''}@${words[1] ?? ''}` : (words[0] ?? '');
  return [[old, { name, version: words[arrow + 2] }]];
}

function required(
  { words, comment, line, from }: Directive,
  replacements: ReadonlyMap<string, Replacement>,
  doubts: Doubts,
): Component | undefined {
  const [name = '', version = ''] = words;
  const replaced = replacements.get(`${name}@${version}`) ?? replacements.get(name);
  const actual = replaced?.version ?? version;
  const versionFrom = line.text.indexOf(version, from + name.length);
  const component = declaration(
    'go',
    {
      name: replaced?.version === undefined ? name : replaced.name,
      alias: replaced?.version === undefined ? undefined : name,
      version: withoutV(actual),
      range: version,
      at: { start: line.start + from, end: line.start + line.text.trimEnd().length },
      rangeAt:
        versionFrom === -1 || replaced !== undefined
          ? undefined
          : { start: line.start + versionFrom, end: line.start + versionFrom + version.length },
      origin: replaced !== undefined && replaced.version === undefined ? 'path' : 'registry',
    },
    doubts,
  );
  if (component === undefined || !/^indirect\b/.test(comment)) return component;
  return { ...component, relation: 'transitive' };
}

function withoutV(version: string): string {
  return version.startsWith('v') ? version.slice(1) : version;
}

/** The toolchain decides the standard library; without that line a `go` line with a patch number is its least version. */
function standardLibrary(directives: readonly Directive[], doubts: Doubts): Component | undefined {
  const toolchain = directives.find(({ keyword }) => keyword === 'toolchain');
  const chosen = toolchain ?? directives.find(({ keyword }) => keyword === 'go');
  const version = /^(?:go)?(\d{1,3}\.\d{1,4}\.\d{1,4})$/.exec(chosen?.words[0] ?? '')?.[1];
  if (chosen === undefined || version === undefined) return undefined;
  const start = chosen.line.start + chosen.from;
  const end = start + (chosen.words[0] ?? '').length;
  const rangeAt = { start: end - version.length, end };
  return declaration(
    'go',
    { name: 'stdlib', alias: 'go', version, range: version, at: { start, end }, rangeAt },
    doubts,
  );
}
