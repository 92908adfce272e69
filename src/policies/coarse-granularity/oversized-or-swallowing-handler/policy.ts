import type { FunctionCode, StackCode, StartedFunction, ToldFlow } from '../../../code/stack-code.js';
import type { Stack } from '../../../facts/stack.js';
import { definePolicy, type Problem } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

export default definePolicy({
  id: 'oversized-or-swallowing-handler',
  threat: 'coarse-granularity',
  title: 'Handler hides errors or is too large to review',
  several: ['handlers', 'hide errors or are too large to review'],
  fails: 'never',
  severity: 'low',
  why: 'A failure that nobody sees leaves no trace of an attack, and the message that caused it counts as processed; code that nobody can review hides both.',
  remedy:
    'Throw the error again, or report the message as failed (`batchItemFailures`), so that it is retried; await what the handler starts, and split what is too large.',
  acceptable: 'The error is expected, and what follows is right without the call that failed.',
  references: {
    csa: ['SAS-10'],
    cwe: ['CWE-391', 'CWE-755'],
    links: {
      aws: ['https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html'],
      any: ['https://cwe.mitre.org/data/definitions/391.html'],
    },
  },

  // Left out: errors that something is done about, and what stands outside of the functions that are started from outside.
  *inspect(code) {
    for (const isConsumer of [true, false]) {
      const functions = code.functions.filter((fn) => takesMessages(fn, code.stack) === isConsumer);
      yield* swallowed({ ...code, functions: functions.map((fn) => dropping(fn, isConsumer)) }, isConsumer);
    }
    yield* unawaited(code);
    for (const fn of code.functions) for (const one of fn.started()) yield* oversized(fn, one, code);
  },
});

function swallowed(code: StackCode, isConsumer: boolean): Iterable<Problem> {
  return flowProblems(code, {
    dangers: ['swallow'],
    severity: () => (isConsumer ? 'medium' : 'low'),
    message: ({ detail }, name) =>
      `${name} ${detail === 'empty' ? 'drops' : 'only logs'} an error${isConsumer ? ', so a message that failed counts as done' : ''}`,
  });
}

function unawaited(code: StackCode): Iterable<Problem> {
  return flowProblems(code, {
    dangers: ['dropped'],
    severity: () => 'low',
    message: ({ detail }, name) =>
      `${name} does not wait for ${detail === 'each' ? 'the functions that it starts for each item' : 'what it starts'}`,
  });
}

/** Lines of one function that are still reviewed in one go, and decisions. */
const mostLines = 150;
const mostDecisions = 20;

function* oversized(
  { function: fn }: FunctionCode,
  { name, at, complexity }: StartedFunction,
  { lineOf }: StackCode,
): Iterable<Problem> {
  const lines = lineOf({ ...at, start: at.end }) - lineOf(at) + 1;
  if (lines <= mostLines && complexity <= mostDecisions) return;
  const start = { ...at, end: at.start };
  yield {
    about: fn,
    at: start,
    message: `Handler \`${name}\` of ${fn.id} is ${lines} lines long, with a complexity of ${complexity} (\`${at.path}\` line ${lineOf(start)}).`,
    rank: Math.max(lines / mostLines, complexity / mostDecisions),
    discriminator: `size ${name}`,
  };
}

/** What is logged is lost only where a message is deleted after it. */
function dropping(fn: FunctionCode, isConsumer: boolean): FunctionCode {
  const counts = ({ danger, detail }: ToldFlow) => danger === 'swallow' && (isConsumer || detail === 'empty');
  const flows = fn.flows.filter(counts);
  // What no queue sends again would be an error for whoever asks.
  return { ...fn, flows: isConsumer ? flows : flows.map(({ mend: _, ...flow }) => flow) };
}

/** Queues and streams delete what was handled without an error. */
function takesMessages({ function: { id } }: FunctionCode, { triggers }: Stack): boolean {
  return triggers.some((one) => one.function === id && (one.trigger === 'queue' || one.trigger === 'stream'));
}
