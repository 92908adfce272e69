import type { Notice } from '../../../findings/notice.js';
import { lineAt } from '../../../notation/source.js';
import type { EvaluatedStack } from '../evaluate/stack.js';
import { isKnownModule } from './aws/registry/modules.js';

const message = 'This module comes from outside the repository and was not reviewed here.';

/** Calls of modules that registries and other repositories have. Those whose arguments are understood are judged. */
export function modulesElsewhere({ expanded, session }: EvaluatedStack): readonly Notice[] {
  const calls = expanded.flatMap((one) => one.calls);
  const unread = calls.filter((call) => call.inner === undefined && !/^\./.test(call.source) && !isKnownModule(call));
  return unread.map(({ block: { headAt: at } }) => {
    const line = lineAt(session.textOf(at.path), at.start);
    return { path: at.path, line, message, kind: 'information' };
  });
}
