import { parseScript } from '../../../languages/javascript/parse-script.js';
import { type ReadText, type Source, unreadable } from '../../../notation/source.js';
import { exportedValues, type Imported } from './exported-values.js';

/** Reads what a program exports without running it: as a whole, and by name. */
export function readProgram(source: Source, imported: Imported): ReadText {
  const script = parseScript(source);
  if ('because' in script) return unreadable(source, script.notice);
  const { whole, named } = exportedValues(script, imported);
  return { source, documents: [whole, named], notices: [], shared: [], flows: [] };
}
