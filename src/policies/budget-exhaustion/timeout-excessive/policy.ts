import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { inBranch, known, when } from '../../../model/setting.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';
import { longestRun, waitsFor } from './waits.js';

export default definePolicy({
  id: 'timeout-excessive',
  several: ['functions', 'may run or hold far more than they need'],
  threat: 'budget-exhaustion',
  title: 'Timeout or memory is far above need',
  severity: 'low',
  fails: 'never',
  why: 'Each call that hangs costs the whole timeout, so a few slow requests, sent on purpose or not, keep many instances busy at your cost.',
  remedy: 'Set the timeout a little above the longest good run, and not above what callers wait for.',
  acceptable: 'The function streams its response or keeps working after it, and its concurrency is limited.',
  references: {
    csa: ['SAS-8'],
    cwe: ['CWE-400'],
    peers: ['ES1005', 'ES1006'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html',
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/functions-scale#timeout'],
      google: ['https://cloud.google.com/run/docs/configuring/request-timeout'],
      knative: ['https://knative.dev/docs/serving/configuration/config-defaults/'],
      openfaas: ['https://docs.openfaas.com/tutorials/expanded-timeouts/'],
    },
  },

  // Left out: workers on queues, streams and schedules, function URLs, which may stream, and calls without a timeout of their own.
  *check(stack) {
    for (const fn of stack.functions.filter(({ purpose }) => purpose === 'handler')) {
      const problem = beyondCallers(fn, stack) ?? atMaximum(fn, stack);
      if (problem !== undefined) yield problem;
      yield* longExecution(fn, stack);
      yield* largeMemory(fn, stack);
    }
  },
});

function beyondCallers(fn: ServerlessFunction, stack: Stack): Problem | undefined {
  const waits = waitsFor(fn, stack);
  const match = waits === undefined ? undefined : when(fn.timeout, (seconds) => seconds > waits.most);
  if (waits === undefined || match === undefined) return undefined;
  const isOpen = stack.exposure(fn) === 'open';
  return {
    about: fn,
    at: match.at,
    discriminator: 'callers',
    message: `${fn.id} may run ${runOf(known(fn.timeout), waits.most)}, but its callers wait no longer than ${waits.usual} s${inBranch(match)}.`,
    severity: isOpen ? 'medium' : 'low',
    confidence: match.confidence,
    fix: waits.usual === waits.most ? undefined : proposeFix('breaking', match.write(waits.usual), note),
  };
}

function runOf(seconds: number | undefined, most: number): string {
  if (seconds === Number.POSITIVE_INFINITY) return 'without a limit';
  return `for ${seconds ?? `more than ${most}`} s`;
}

const note = 'After this edit the function is stopped when the gateway stops waiting for it.';

function atMaximum(fn: ServerlessFunction, stack: Stack): Problem | undefined {
  const most = longestRun(fn, stack);
  const match = most === undefined ? undefined : when(fn.timeout, (seconds) => seconds < 0 || seconds >= most);
  if (match === undefined) return undefined;
  const seconds = known(fn.timeout) ?? 0;
  const isEndless = seconds < 0 || seconds === Number.POSITIVE_INFINITY;
  return {
    about: fn,
    at: match.at,
    discriminator: 'maximum',
    message: `${fn.id} may run ${isEndless ? 'without a limit' : 'as long as the platform allows'}${inBranch(match)}.`,
    severity: 'low',
    confidence: match.confidence,
  };
}

/** Seconds of a day. A durable execution may last a year, and each of its steps is billed. */
const day = 86_400;

function* longExecution(fn: ServerlessFunction, stack: Stack): Generator<Problem> {
  const match = fn.durableTimeout && when(fn.durableTimeout, (seconds) => seconds > day);
  if (!match || stack.exposure(fn) !== 'open') return;
  const days = Math.floor((known(fn.durableTimeout ?? fn.timeout) ?? day) / day);
  yield {
    about: fn,
    at: match.at,
    discriminator: 'durable',
    message: `Unauthenticated callers can start executions of ${fn.id} that go on for ${days} days${inBranch(match)}.`,
    severity: 'low',
    confidence: match.confidence,
  };
}

/** MiB that few functions need. */
const large = 3008;

function* largeMemory(fn: ServerlessFunction, stack: Stack): Generator<Problem> {
  const match = when(fn.memory, (size) => size >= large);
  if (match === undefined || stack.exposure(fn) !== 'open') return;
  yield {
    about: fn,
    at: match.at,
    discriminator: 'memory',
    message: `${fn.id} can be invoked by unauthenticated callers, and each call pays for ${known(fn.memory) ?? large} MiB of memory${inBranch(match)}.`,
    severity: 'low',
    confidence: match.confidence,
  };
}
