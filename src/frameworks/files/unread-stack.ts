import { emptyModel } from '../../clouds/plain/empty-model.js';
import type { Notice } from '../../findings/notice.js';
import type { FrameworkName } from '../../model/model.js';
import type { ParsedStack } from '../framework.js';

/** A stack that could not be read: nothing in it is known, so nothing is absent. */
export function unreadStack(framework: FrameworkName, entry: string, notices: readonly Notice[]): ParsedStack {
  const model = { ...emptyModel(framework, entry), open: true };
  return { kind: 'stack', model, files: [entry], codeRoots: [], notices, suppressions: [] };
}
