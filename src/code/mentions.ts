import type { Span } from '../model/span.js';
import type { Expression, ModuleForm } from './form.js';
import { walkForm } from './walking.js';

/** A text as it is written, with the name that it is given. */
export interface WrittenText {
  readonly value: string;
  readonly name: string;
  readonly at: Span;
}

/** What the files of a unit name, whether it is ever reached or not. */
export interface Mentions {
  /** Functions, members, keys, imported names and modules. */
  readonly names: ReadonlySet<string>;
  readonly texts: readonly WrittenText[];
  /** What is read of something that is called `headers`, in small letters. */
  readonly headers: ReadonlySet<string>;
}

export function mentionsIn(modules: Iterable<ModuleForm>): Mentions {
  const names = new Set<string>();
  const texts: WrittenText[] = [];
  const headers = new Set<string>();
  for (const form of modules) {
    const given = new Map<Expression, string>();
    const note = (value: Expression, name: string) => given.set(value, name);
    for (const module of form.modules) names.add(module);
    walkForm(form, {
      assignment: (target, value) => note(value, nameOf(target)),
      expression: (expression) => {
        noteNames(expression, names, note);
        const header = headerOf(expression);
        if (header !== undefined) headers.add(header.toLowerCase());
        if (expression.kind === 'constant' && typeof expression.value === 'string')
          texts.push({ value: expression.value, name: given.get(expression) ?? '', at: expression.at });
      },
    });
  }
  return { names, texts, headers };
}

/** `headers.authorization`, `headers['x-tenant']`, `headers.get('x-tenant')`. */
function headerOf(expression: Expression): string | undefined {
  const read = readIn(expression);
  return read && readIn(read.of, true)?.name === 'headers' ? read.name : undefined;
}

interface Read {
  readonly of: Expression;
  readonly name: string | undefined;
}

/** What is read of what, by a member, a key or `get`; a name alone is read, too. */
function readIn(expression: Expression, isName = false): Read | undefined {
  switch (expression.kind) {
    case 'member':
      return { of: expression.object, name: expression.name };
    case 'index':
      return { of: expression.object, name: textOf(expression.key) };
    case 'call': {
      const { callee, arguments: given } = expression;
      const isGet = callee.kind === 'member' && callee.name === 'get';
      return isGet && given[0] ? { of: callee.object, name: textOf(given[0].value) } : undefined;
    }
    default:
      return isName ? { of: expression, name: nameOf(expression) } : undefined;
  }
}

function textOf(expression: Expression): string | undefined {
  return expression.kind === 'constant' && typeof expression.value === 'string' ? expression.value : undefined;
}

function noteNames(expression: Expression, names: Set<string>, note: (value: Expression, name: string) => void): void {
  switch (expression.kind) {
    case 'variable':
    case 'global':
    case 'member':
    case 'imported':
      names.add(nameOf(expression));
      return;
    case 'object':
      for (const { key, value } of expression.entries)
        if (key !== undefined) {
          names.add(key);
          note(value, key);
        }
      return;
    case 'call':
      for (const { name, value } of expression.arguments) if (name !== undefined) note(value, name);
      return;
    default:
  }
}

function nameOf(expression: Expression): string {
  switch (expression.kind) {
    case 'variable':
      return expression.variable.name;
    case 'global':
    case 'member':
    case 'imported':
      return expression.name;
    default:
      return '';
  }
}
