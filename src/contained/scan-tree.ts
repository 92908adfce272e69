import { sourcesOf } from '../findings/sources.js';
import type { Judge } from '../judgement/judge.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import { scan } from '../scan.js';
import type { ScannedTree } from './analysis.js';

/** The head's files as they stand. No fixes are tried: code scanning shows none. */
export async function scanTree(
  files: Pick<PullRequest, 'list' | 'read' | 'unread'>,
  judge: Judge,
): Promise<ScannedTree> {
  const tree = await files.list('head');
  const fetch = (paths: readonly string[]) => files.read('head', paths);
  const found = await scan(tree, fetch, judge, { tries: () => [] });
  const texts = await fetch([...new Set(found.findings.map(({ at }) => at.path))]);
  return {
    ...found,
    notices: [...found.notices, ...files.unread('head')],
    texts: sourcesOf(texts, found.findings),
  };
}
