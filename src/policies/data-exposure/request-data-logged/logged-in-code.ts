import type { FunctionCode, StackCode } from '../../../code/stack-code.js';
import type { Stack } from '../../../facts/stack.js';
import { flowProblems } from '../../flow-problems.js';
import type { Problem } from '../../policy.js';

/** Handlers that log whole events, headers or credentials: of requests and of sign-ins, where those are personal. */
export function* loggedInCode(code: StackCode): Generator<Problem> {
  const personal = new Set(code.functions.filter((fn) => takesPersonal(fn, code.stack)));
  for (const isPersonal of [true, false]) {
    const functions = code.functions.filter((fn) => personal.has(fn) === isPersonal);
    yield* flowProblems(
      { ...code, functions },
      {
        dangers: ['log'],
        severity: ({ detail }) => (detail === 'secret' ? 'high' : isPersonal ? 'medium' : 'low'),
        message: ({ detail }, name) =>
          detail === 'secret'
            ? `${name} logs a credential`
            : `${name} logs ${detail === 'part' ? 'all headers' : 'whole events'}`,
      },
    );
  }
}

function takesPersonal({ function: { id } }: FunctionCode, { routes, urls, triggers }: Stack): boolean {
  const isOwn = (entry: { readonly function: string | undefined }) => entry.function === id;
  return routes.some(isOwn) || urls.some(isOwn) || triggers.some((one) => isOwn(one) && one.trigger === 'userpool');
}
