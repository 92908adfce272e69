import type { Edit } from '../../../model/span.js';
import { lineEnd, lineStart } from '../../../notation/geometry.js';
import type { Call, Expression, Program, Scope } from '../program/expression.js';
import { lookUp, resolve } from '../program/scope.js';

/** What may stand before a call on its line: nothing, or the name that its value is given. */
const beforeCall = /^[ \t]*(?:(?:(?:export )?(?:const|let|var) )?[\w.]{1,80}(?:: [\w.]{1,80})? = )?$/;

/** A statement of its own, right after the one that a call is; undefined where the call is part of something larger. */
export function statementAfter({ text }: Program, { at }: Call, statement: string): readonly Edit[] | undefined {
  const start = lineStart(text, at.start);
  const end = lineEnd(text, at.end);
  const before = text.slice(start, at.start);
  if (!beforeCall.test(before) || !/^;?[ \t]*(?:\/\/.*|#.*)?$/.test(text.slice(at.end, end))) return undefined;
  const [lead = ''] = /^[ \t]*/.exec(before) ?? [];
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return [{ path: at.path, start: end, end, text: `${lineBreak}${lead}${statement}` }];
}

/** The scope that an expression stands in, by a name that it begins with or is given. */
export function scopeOf(expression: Expression): Scope | undefined {
  const waiting: Expression[] = [expression];
  for (let step = 0; step < mostParts; step++) {
    const at = waiting.shift();
    if (at === undefined) return undefined;
    if (at.kind === 'name') return at.scope;
    if (at.kind === 'member') waiting.push(at.of);
    if (at.kind === 'call') waiting.push(...at.args, at.callee);
  }
  return undefined;
}

const mostParts = 40;

/** How a program calls, at a place, what it made before: `orders`, `this.orders`. */
export function calledAt(program: Program, scope: Scope, made: Call, before: number): string | undefined {
  if (made.at.path !== program.path || made.at.end > before) return undefined;
  for (let at: Scope | undefined = scope; at !== undefined; at = at.around) {
    for (const [name, meaning] of at.names) {
      const isSeen = lookUp(scope, name) === meaning && resolve(meaning) === made;
      if (isSeen && name !== 'this') return program.language === 'python' ? asPython(name) : name;
    }
  }
  return undefined;
}

/** Fields are known by the word of TypeScript, whose names Python writes in another way that is not known any more. */
function asPython(name: string): string | undefined {
  if (!name.startsWith('this.')) return name;
  return /[A-Z]/.test(name) ? undefined : `self.${name.slice('this.'.length)}`;
}
