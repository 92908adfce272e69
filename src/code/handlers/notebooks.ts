import type { Stack } from '../../facts/stack.js';
import type { Notice } from '../../findings/notice.js';
import type { Files } from '../../model/files.js';
import { known } from '../../model/setting.js';

/** Notebooks that functions name as their code: a build turns them into programs, which are not in the repository. */
export function notebooksOf({ functions }: Stack, files: Files, changed?: ReadonlySet<string>): readonly Notice[] {
  const notebooks = new Set(files.list().filter((path) => path.endsWith('.ipynb')));
  if (notebooks.size === 0) return [];
  const named = functions.flatMap(({ handler, codeRoot = '' }) => {
    const [, module] = /^([\w./-]{1,200}?)(?:\.\w{1,80}|\.ipynb)?$/.exec(known(handler) ?? '') ?? [];
    const root = codeRoot.replace(/^\.\/?|\/+$/g, '');
    const path = module === undefined ? '' : `${root === '' ? '' : `${root}/`}${module}.ipynb`;
    return notebooks.has(path) && (changed?.has(path) ?? true) ? [path] : [];
  });
  return [...new Set(named)].map((path): Notice => {
    return { path, message: 'This handler is a notebook and was not reviewed; commit the program.', kind: 'unread' };
  });
}
