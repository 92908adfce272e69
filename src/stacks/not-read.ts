import type { Notice } from '../findings/notice.js';
import { otherTools } from './not-read.data.js';
import { isSilent } from './relevance.js';

/** Names of one list of tools that a notice tells, at most. */
const mostNamed = 6;

/** Says once which other tools declare infrastructure in these files, which is not read; nothing if there are none. */
export function declaredElsewhere(paths: readonly string[]): readonly Notice[] {
  const found = new Map<string, string>();
  for (const path of paths) {
    if (isSilent(path)) continue;
    for (const { name, project } of otherTools) {
      if (!found.has(name) && project.test(path)) found.set(name, path);
    }
  }
  const [first] = found.values();
  if (first === undefined) return [];
  const tools = [...found].slice(0, mostNamed).map(([name, path]) => `${name} (${path})`);
  const rest = found.size > mostNamed ? ` and ${found.size - mostNamed} more` : '';
  const message = `This repository also declares infrastructure with ${tools.join(', ')}${rest}, which Postern does not read.`;
  return [{ path: first, message, kind: 'information' }];
}
