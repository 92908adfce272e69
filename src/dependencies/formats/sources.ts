import { hosting, inFolders, tests } from '../../model/folders.js';
import { silencesIn } from '../analysis/silenced.js';
import type { Format } from '../format.js';

const isTest = inFolders(tests, hosting);

/** Source files are read as what they say to analysers of code, and only where a change touches them. */
export const sourceFormats: readonly Format[] = [
  sourceFormat('javascript', /(?<!\.d)\.[cm]?[jt]sx?$/),
  sourceFormat('python', /\.py$/),
];

function sourceFormat(ecosystem: 'javascript' | 'python', ending: RegExp): Format {
  return {
    name: ecosystem,
    ecosystem,
    kind: 'manifest',
    matches: (path) => ending.test(path) && !isTest(path) && !/[._-](?:test|spec)\.\w{2,3}$|(?:^|\/)test_/.test(path),
    parse: ({ path, text }) => ({ components: [], notices: [], silences: silencesIn(path, text) }),
  };
}
