import { linesOf, unread } from '../../../notation/text.js';
import { type Format, fileName } from '../../format.js';
import { componentFrom } from '../../reading/draft.js';
import type { Doubts } from '../../reading/names.js';

/** Go's checksums. Not a list of what is built: `origin` is unknown, so that nothing is matched, only compared. */
export const goSum: Format = {
  name: 'go.sum',
  ecosystem: 'go',
  kind: 'lockfile',
  matches: (path) => fileName(path) === 'go.sum',
  parse: ({ path, text }) => {
    const doubts: Doubts = { path, text, notices: [] };
    const components = [...linesOf(text)].flatMap((line) => {
      if (line.text.trim() === '') return [];
      const [name = '', version = '', hash, ...rest] = line.text.split(' ');
      if (hash === undefined || rest.length > 0) {
        const message = 'This line is not a checksum and was not reviewed. Run `go mod tidy`.';
        if (doubts.notices.length < 20) doubts.notices.push(unread(path, line.number, message));
        return [];
      }
      const at = { start: line.start, end: line.start + line.text.length };
      const exact = version.replace(/^v/, '').replace('/go.mod', '+go.mod');
      const component = componentFrom('go', { name, version: exact, at, origin: 'unknown', integrity: [hash] }, doubts);
      return component === undefined ? [] : [{ ...component, relation: 'unknown' as const, via: [] }];
    });
    return { components, notices: doubts.notices };
  },
};
