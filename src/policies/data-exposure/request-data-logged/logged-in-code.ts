import type { FunctionCode, StackCode, ToldFlow } from '../../../code/stack-code.js';
import type { Stack } from '../../../facts/stack.js';
import { known } from '../../../model/setting.js';
import type { Problem } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

/** Handlers that log whole events, headers or credentials: of requests and of sign-ins, where those are personal. */
export function* loggedInCode(code: StackCode): Generator<Problem> {
  const personal = new Set(code.functions.filter((fn) => takesPersonal(fn, code.stack)));
  for (const isPersonal of [true, false]) {
    const own = code.functions.filter((fn) => personal.has(fn) === isPersonal);
    const functions = own.map((fn) => ({ ...fn, flows: fn.flows.filter((flow) => !isLeftOut(flow, fn)) }));
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

/** Lines for those who look for mistakes are written only where something asks for them. */
function isLeftOut({ danger, sink }: ToldFlow, { function: fn, mentions }: FunctionCode): boolean {
  if (danger !== 'log' || !/\.(?:debug|trace|verbose|silly)$/.test(sink.text) || sink.text.startsWith('console.'))
    return false;
  const isAsked = fn.environment.some(({ name, value }) => /LOG_?LEVEL/i.test(name) && isDebug(known(value)));
  if (isAsked) return false;
  const { names, texts } = mentions();
  return !names.has('DEBUG') && !texts.some(({ value }) => isDebug(value));
}

function isDebug(level: string | undefined): boolean {
  return /^(?:debug|trace|verbose|silly|all)$/i.test(level ?? '');
}

function takesPersonal({ function: fn }: FunctionCode, { routes, urls, triggers }: Stack): boolean {
  // Its event is the credential.
  if (fn.purpose === 'authorizer') return true;
  const { id } = fn;
  const isOwn = (entry: { readonly function: string | undefined }) => entry.function === id;
  return routes.some(isOwn) || urls.some(isOwn) || triggers.some((one) => isOwn(one) && one.trigger === 'userpool');
}
