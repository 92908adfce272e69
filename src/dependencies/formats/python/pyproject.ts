import type { Json, JsonEntry } from '../../../notation/json/node.js';
import { entriesOf, insideQuotes, member, stringOf, stringsOf } from '../../../notation/json/positions.js';
import { readToml } from '../../../notation/toml/toml.js';
import type { Component } from '../../component.js';
import { type Format, fileName, type Parsed, type Source } from '../../format.js';
import { declaration, wholeLines } from '../../reading/draft.js';
import type { Doubts } from '../../reading/names.js';
import { exactPython, requirementComponent } from '../../reading/pep508.js';

/** Python's project file: PEP 621, dependency groups, poetry, uv and pdm. */
export const pyproject: Format = {
  name: 'pyproject',
  ecosystem: 'pypi',
  kind: 'manifest',
  matches: (path) => fileName(path) === 'pyproject.toml',
  parse,
  lockfiles: ['poetry.lock', 'uv.lock', 'pdm.lock'],
};

function parse({ path, text }: Source): Parsed {
  const { root, notices } = readToml(path, text);
  const doubts: Doubts = { path, text, notices: [] };
  const project = member(root, 'project');
  const tool = member(root, 'tool');
  const lists = [
    ...listed(member(project, 'dependencies'), false, doubts),
    ...groups(member(project, 'optional-dependencies'), isDevGroup, doubts),
    ...groups(member(root, 'dependency-groups'), () => true, doubts),
    ...listed(member(member(tool, 'uv'), 'dev-dependencies'), true, doubts),
    ...groups(member(member(tool, 'pdm'), 'dev-dependencies'), () => true, doubts),
  ];
  return {
    components: [...lists, ...poetry(member(tool, 'poetry'), doubts)],
    notices: [...notices, ...doubts.notices],
  };
}

function isDevGroup(name: string): boolean {
  return /^(?:dev|test|tests|testing|lint|docs?|typing|ci)$/.test(name);
}

function groups(node: Json | undefined, dev: (name: string) => boolean, doubts: Doubts): readonly Component[] {
  return [...entriesOf(node)].flatMap(([name, entry]) => listed(entry.value, dev(name), doubts));
}

function listed(node: Json | undefined, dev: boolean, doubts: Doubts): readonly Component[] {
  return stringsOf(node).flatMap((item) => {
    const whole = wholeLines(doubts.text, item.start, item.end);
    const { start } = insideQuotes(doubts.path, item);
    return requirementComponent(String(item.value), start, { dev, whole }, doubts) ?? [];
  });
}

function poetry(node: Json | undefined, doubts: Doubts): readonly Component[] {
  const grouped = [...entriesOf(member(node, 'group'))].flatMap(([name, { value }]) =>
    poetrySection(member(value, 'dependencies'), name !== 'main', doubts),
  );
  return [
    ...poetrySection(member(node, 'dependencies'), false, doubts),
    ...poetrySection(member(node, 'dev-dependencies'), true, doubts),
    ...grouped,
  ];
}

/** Sections that map names to a range or to a table with a version: poetry's, and Pipfile's. */
export function poetrySection(node: Json | undefined, dev: boolean, doubts: Doubts): readonly Component[] {
  return [...entriesOf(node)].flatMap(([name, entry]) => {
    if (name.toLowerCase() === 'python') return [];
    return poetryEntry(name, entry, dev, doubts) ?? [];
  });
}

function poetryEntry(name: string, entry: JsonEntry, dev: boolean, doubts: Doubts): Component | undefined {
  const { value } = entry;
  const version = value.kind === 'object' ? member(value, 'version') : value;
  const range = stringOf(version);
  const origin = originOfTable(value);
  const start = entry.keyStart;
  return declaration(
    'pypi',
    {
      name,
      version: range === undefined ? undefined : (exactPython(range) ?? bareVersion(range)),
      range,
      at: { start, end: value.end },
      rangeAt: version === undefined || range === undefined ? undefined : insideQuotes(doubts.path, version),
      whole: value.start < entry.keyStart ? undefined : wholeLines(doubts.text, start, value.end),
      origin,
      dev,
    },
    doubts,
  );
}

/** Poetry reads a version without operator as exactly that version. */
function bareVersion(range: string): string | undefined {
  return /^\d[\w.!+-]{0,127}$/.test(range) ? range : undefined;
}

function originOfTable(value: Json): Component['origin'] {
  if (member(value, 'git') !== undefined) return 'git';
  if (member(value, 'path') !== undefined || member(value, 'editable') !== undefined) return 'path';
  return member(value, 'url') !== undefined || member(value, 'file') !== undefined ? 'url' : 'registry';
}
