import type { Edit } from '../../../model/span.js';
import { moduleName, spelledName } from '../constructs/qualified-names.js';
import type { Program } from '../program/expression.js';

/** How a program writes a name of the CDK, or would once an import that it has brings that name in as well. */
export function nameFor(program: Program, qualified: string): string | undefined {
  const own = spelledName(program, qualified);
  return own ?? (importOf(program, qualified) && qualified.slice(qualified.lastIndexOf('.') + 1));
}

/** What an import needs so that a name can be written; nothing where it can be already. */
export function bringingIn(program: Program, qualified: string | undefined): readonly Edit[] {
  if (qualified === undefined || spelledName(program, qualified) !== undefined) return [];
  const edit = importOf(program, qualified);
  return edit === undefined ? [] : [edit];
}

/** One more name in an import that names what it takes from the same module. */
function importOf(program: Program, qualified: string): Edit | undefined {
  const [module = '', name = '', ...inner] = qualified.split('.');
  if (name === '' || inner.length > 0 || program.scope.names.has(name)) return undefined;
  for (const { module: from, name: taken, at } of program.imports) {
    if (taken === '*' || moduleName(from) !== module) continue;
    const text = program.text.slice(at.start, at.end);
    const end = endOfNames(text);
    if (end === undefined) continue;
    const start = at.start + end;
    return { path: program.path, start, end: start, text: oneMore(text.slice(0, end), name, text.slice(end)) };
  }
  return undefined;
}

/** Where the last name ends: `import { a, b } from 'c'`, `from c import a, b`, `from c import (a, b)`. */
function endOfNames(text: string): number | undefined {
  const isScript = /^import\s(?!\s{0,99}type\s)[^'"]*\{/.test(text);
  if (!isScript && !text.startsWith('from ')) return undefined;
  const closing = text.lastIndexOf(isScript ? '}' : ')');
  const end = (closing === -1 ? text : text.slice(0, closing)).trimEnd().length;
  return /[{(]$/.test(text.slice(0, end)) || /#[^\n]*$/.test(text.slice(0, end)) ? undefined : end;
}

function oneMore(before: string, name: string, after: string): string {
  const isOpen = before.endsWith(',');
  const [, lineBreak, lead = ''] = /(\r?\n)([ \t]*)[^\n]*$/.exec(before) ?? [];
  const isListed = lineBreak !== undefined && /^\s*\n/.test(after);
  const gap = isListed ? `${lineBreak}${lead}` : ' ';
  return isOpen ? `${gap}${name},` : `,${gap}${name}`;
}
