import type { FunctionCode, StackCode, ToldFlow } from '../../../code/stack-code.js';
import type { Stack } from '../../../facts/stack.js';
import { definePolicy, type Problem } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

export default definePolicy({
  id: 'oversized-or-swallowing-handler',
  threat: 'coarse-granularity',
  title: 'Handler swallows errors',
  several: ['errors', 'are caught and dropped'],
  fails: 'never',
  severity: 'low',
  why: 'A message whose handler fails silently counts as processed: it is deleted, and an attack leaves no trace.',
  remedy:
    'Throw the error again, or report the message as failed (`batchItemFailures`), so that it is retried and then moved to a dead-letter queue.',
  acceptable: 'The error is expected, and what follows is right without the call that failed.',
  references: {
    csa: ['SAS-10'],
    cwe: ['CWE-391', 'CWE-755'],
    links: {
      aws: ['https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html'],
      any: ['https://cwe.mitre.org/data/definitions/391.html'],
    },
  },

  // Left out: how long a handler is, and errors that something is done about.
  *inspect(code) {
    for (const isConsumer of [true, false]) {
      const functions = code.functions.filter((fn) => takesMessages(fn, code.stack) === isConsumer);
      yield* swallowed({ ...code, functions: functions.map((fn) => dropping(fn, isConsumer)) }, isConsumer);
    }
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

/** What is logged is lost only where a message is deleted after it. */
function dropping(fn: FunctionCode, isConsumer: boolean): FunctionCode {
  const counts = ({ danger, detail }: ToldFlow) => danger === 'swallow' && (isConsumer || detail === 'empty');
  return { ...fn, flows: fn.flows.filter(counts) };
}

/** Queues and streams delete what was handled without an error. */
function takesMessages({ function: { id } }: FunctionCode, { triggers }: Stack): boolean {
  return triggers.some((one) => one.function === id && (one.trigger === 'queue' || one.trigger === 'stream'));
}
