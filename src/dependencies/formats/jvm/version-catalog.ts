import type { Json } from '../../../notation/json/node.js';
import { entriesOf, insideQuotes, member, stringOf } from '../../../notation/json/positions.js';
import { readToml } from '../../../notation/toml/toml.js';
import { type Format, fileName, type Parsed, type Source } from '../../format.js';
import { declaration } from '../../reading/draft.js';
import type { Doubts } from '../../reading/names.js';

/** Gradle's version catalog. */
export const versionCatalog: Format = {
  name: 'version-catalog',
  ecosystem: 'maven',
  kind: 'manifest',
  matches: (path) => fileName(path).endsWith('.versions.toml'),
  parse,
  lockfiles: ['gradle.lockfile'],
};

function parse({ path, text }: Source): Parsed {
  const { root, notices } = readToml(path, text);
  const doubts: Doubts = { path, text, notices: [] };
  const versions = member(root, 'versions');
  const components = [...entriesOf(member(root, 'libraries'))].flatMap(([, entry]) => {
    const library = libraryOf(entry.value, versions);
    if (library === undefined) return [];
    const word = stringOf(library.version);
    const { start, end } = library.version === undefined ? entry.value : insideQuotes(path, library.version);
    const short = entry.value.kind === 'scalar';
    return (
      declaration(
        'maven',
        {
          name: library.module,
          version: library.exact,
          range: library.exact ?? word,
          at: { start: entry.keyStart, end: entry.value.end },
          rangeAt: word === undefined ? undefined : short ? { start: end - word.length, end } : { start, end },
          origin: word === undefined ? 'unknown' : 'registry',
        },
        doubts,
      ) ?? []
    );
  });
  return { components, notices: [...notices, ...doubts.notices] };
}

interface Library {
  readonly module: string;
  readonly exact: string | undefined;
  readonly version: Json | undefined;
}

/** `"g:a:v"`, `{ module, version }`, `{ group, name, version.ref }`. */
function libraryOf(value: Json, versions: Json | undefined): Library | undefined {
  const short = stringOf(value)?.split(':');
  if (short !== undefined) {
    const [group = '', name = '', exact] = short;
    return { module: `${group}:${name}`, exact, version: exact === undefined ? undefined : lastPart(value, exact) };
  }
  const module =
    stringOf(member(value, 'module')) ?? `${stringOf(member(value, 'group'))}:${stringOf(member(value, 'name'))}`;
  const reference = stringOf(member(value, 'version.ref')) ?? stringOf(member(member(value, 'version'), 'ref'));
  const version = reference === undefined ? member(value, 'version') : member(versions, reference);
  const plain = version?.kind === 'object' ? (member(version, 'strictly') ?? member(version, 'require')) : version;
  const word = stringOf(plain);
  return { module, exact: word !== undefined && /^\d[\w.-]{0,120}$/.test(word) ? word : undefined, version: plain };
}

function lastPart(value: Json, version: string): Json {
  return { kind: 'scalar', value: version, start: value.end - version.length - 2, end: value.end };
}
