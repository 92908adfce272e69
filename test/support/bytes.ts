import type { Notice } from '../../src/findings/notice.js';
import type { ChangedFile, PullRequest, Side } from '../../src/pull-request/pull-request.js';
import { decodeText } from '../../src/pull-request/text.js';

type Tree = ReadonlyMap<string, string | Uint8Array>;

/** A change given as bytes, read as GitHub's and git's are. */
export function pullOfBytes(base: Tree, head: Tree): PullRequest {
  const sides = { base, head };
  const notices: Record<Side, Notice[]> = { base: [], head: [] };
  return {
    changedFiles: changedBetween(base, head),
    truncated: false,
    list: async (side) => [...sides[side].keys()],
    read: async (side, paths) => {
      const texts = new Map<string, string>();
      for (const path of paths) {
        const bytes = sides[side].get(path);
        if (bytes === undefined) continue;
        const text = decodeText(path, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
        if (typeof text === 'string') texts.set(path, text);
        else notices[side].push(text);
      }
      return texts;
    },
    unread: (side) => notices[side],
  };
}

function changedBetween(base: Tree, head: Tree): readonly ChangedFile[] {
  const written = [...head].flatMap(([path, bytes]): readonly ChangedFile[] => {
    if (!base.has(path)) return [{ path, status: 'added' }];
    return base.get(path) === bytes ? [] : [{ path, status: 'modified' }];
  });
  const gone = [...base.keys()].filter((path) => !head.has(path));
  return [...written, ...gone.map((path): ChangedFile => ({ path, status: 'removed' }))];
}
