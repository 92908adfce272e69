import type { Span } from '../model/span.js';
import { closuresIn, enter } from './flow/closures.js';
import type { Entry, Frame } from './flow/machine.js';
import { held } from './flow/state.js';
import type { Closure, Value } from './flow/value.js';
import type { Handler } from './handler.js';
import { checkAnswer, checkPage } from './sinks/answers.js';
import { checkAllowed } from './sinks/tokens.js';
import { argumentsFor, originValue } from './tables/registrars.js';

/** Starts what a file exports as its platform does. */
export function start(frame: Frame, { exported, calls, answers, pages }: Handler, value: Value): void {
  for (const closure of closuresIn(value).slice(0, 8)) {
    const names = closure.form.parameters.map(({ variable }) => variable.name);
    const values = startedWith(calls, names, closure.form.at);
    startEntry(frame, {
      closures: [closure],
      arguments: values,
      name: exported ?? closure.form.name,
      answers,
      ...(pages && { pages }),
    });
  }
}

/** Azure's first programming model passes the context first; it holds the request as well. */
function startedWith(calls: Handler['calls'], names: readonly string[], at: Span): readonly Value[] {
  if (calls !== 'context and request' && calls !== 'context and message') return argumentsFor(calls, names, at);
  const kind = calls === 'context and request' ? 'azure' : 'message';
  const second = originValue({ kind, name: names[1] ?? 'req' }, at);
  const bound = originValue({ kind, name: `${names[0] ?? 'context'}.req` }, at);
  return [{ taints: [], fields: new Map([['req', bound]]) }, second];
}

/** Starts a function that a platform or a router was handed. */
export function startEntry(frame: Frame, { closures, arguments: values, name, answers, pages }: Entry): void {
  for (const closure of closures) {
    if (!frame.machine.started.has(closure.form)) frame.machine.started.set(closure.form, name);
    const { exits } = enter(frame, closure, { values, as: 'entry', handler: name });
    for (const { state, value, at } of exits) {
      const there: Frame = { ...frame, state, run: { ...frame.run, handler: name } };
      if (answers) checkAnswer(there, { value, at });
      else checkAllowed(there, value, at);
      // A list is a page with a status.
      if (pages) checkPage(there, { value: value.items ? (value.fields?.get('0') ?? value) : value, at });
      if (answers) checkContext(there, closure);
    }
  }
}

/** `context.res = { body }` of Azure Functions. */
function checkContext(frame: Frame, { form }: Closure): void {
  const [context] = form.parameters;
  const answer = context && held(frame.state, context.variable)?.fields?.get('res');
  if (answer) checkAnswer(frame, { value: answer, at: form.at });
}
