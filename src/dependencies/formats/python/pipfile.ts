import { entriesOf, member, readJson, stringOf, stringsOf } from '../../../notation/json/positions.js';
import { readToml } from '../../../notation/toml/toml.js';
import { type Format, fileName, type Parsed, type Source } from '../../format.js';
import { componentFrom } from '../../reading/draft.js';
import { type LockNode, withPaths } from '../../reading/graph.js';
import type { Doubts } from '../../reading/names.js';
import { exactPython } from '../../reading/pep508.js';
import { besideDeclared, rootsByName } from '../beside.js';
import { poetrySection } from './pyproject.js';

/** pipenv's manifest. */
export const pipfile: Format = {
  name: 'pipfile',
  ecosystem: 'pypi',
  kind: 'manifest',
  matches: (path) => fileName(path) === 'Pipfile',
  parse: ({ path, text }) => {
    const { root, notices } = readToml(path, text);
    const doubts: Doubts = { path, text, notices: [] };
    const components = [
      ...poetrySection(member(root, 'packages'), false, doubts),
      ...poetrySection(member(root, 'dev-packages'), true, doubts),
    ];
    return { components, notices: [...notices, ...doubts.notices] };
  },
  lockfiles: ['Pipfile.lock'],
};

/** pipenv's lockfile. It does not say which package brings which. */
export const pipfileLock: Format = {
  name: 'pipfile-lock',
  ecosystem: 'pypi',
  kind: 'lockfile',
  matches: (path) => fileName(path) === 'Pipfile.lock',
  parse: parseLock,
  manifests: ['Pipfile'],
};

function parseLock(source: Source): Parsed {
  const { root, notices } = readJson(source.path, source.text);
  const doubts: Doubts = { path: source.path, text: source.text, notices: [] };
  const nodes = ['default', 'develop'].flatMap((section) =>
    [...entriesOf(member(root, section))].flatMap(([name, entry]): readonly LockNode[] => {
      const version = stringOf(member(entry.value, 'version'));
      const hashes = stringsOf(member(entry.value, 'hashes')).map(({ value }) => String(value));
      const remote = member(entry.value, 'git') !== undefined;
      const component = componentFrom(
        'pypi',
        {
          name,
          version: version === undefined ? undefined : exactPython(version),
          at: { start: entry.keyStart, end: entry.keyEnd },
          origin: remote ? 'git' : version === undefined ? 'path' : 'registry',
          dev: section === 'develop',
          integrity: hashes.length === 0 ? undefined : hashes,
        },
        doubts,
      );
      return component === undefined ? [] : [{ id: component.name, component, requires: [], devKnown: true }];
    }),
  );
  const components = withPaths(nodes, rootsByName(besideDeclared(source, [pipfile])));
  return { components, notices: [...notices, ...doubts.notices] };
}
