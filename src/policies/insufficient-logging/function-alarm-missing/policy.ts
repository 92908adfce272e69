import { monitorOf } from '../../../facts/logging/monitoring.js';
import { onCallTopic } from '../../../facts/logging/on-call.js';
import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { inBranch, when } from '../../../model/setting.js';
import { definePolicy, type Problem, type ProposedFix, proposeFix } from '../../definition.js';
import { watchersOf } from './watchers.js';

export default definePolicy({
  id: 'function-alarm-missing',
  several: ['alarms or stacks', 'tell nobody that functions fail'],
  threat: 'insufficient-logging',
  title: 'No alarm on failing functions',
  severity: 'low',
  why: 'Attacks show up first as errors, throttles and long runs; unnoticed, they continue until they succeed.',
  remedy: 'Add an alarm on errors and throttles of the functions, with an action that reaches someone.',
  acceptable: 'Another system watches the functions and alerts people.',
  references: {
    owasp: ['OW10'],
    csa: ['SAS-5'],
    cwe: ['CWE-778'],
    peers: ['CKV_AWS_319', 'CloudWatch.15', 'CloudWatch.17'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html',
        'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-overview'],
      google: ['https://cloud.google.com/monitoring/alerts'],
    },
  },

  // Left out: stacks for tests, functions that a recognised monitor watches, and repositories that show no alarm at all.
  *check(stack, { completeness, externalMonitor }) {
    yield* silentAlarms(stack);
    if (stack.environment === 'other' || stack.open || externalMonitor !== undefined) return;
    const watched = watchersOf(stack);
    const handlers = stack.functions.filter(({ purpose }) => purpose === 'handler');
    const missing = handlers.filter((fn) => !watched(fn) && monitorOf(fn, stack, externalMonitor) === undefined);
    const [first] = missing;
    if (first === undefined || stack.monitors.some(({ functions }) => functions === 'all')) return;
    yield {
      about: first,
      at: first.at,
      key: 'functions',
      discriminator: 'errors',
      message: `No alarm watches errors or throttles of ${whichOf(first, missing, stack)}.`,
      fix: missing.length === 1 ? watchedFrom(first, stack) : undefined,
      ...(completeness === 'stack' && { hinges: { on: 'alarms', there: true } as const }),
    };
  },
});

function whichOf(first: ServerlessFunction, missing: readonly ServerlessFunction[], stack: Stack): string {
  const isOpen = missing.some((fn) => stack.exposure(fn) === 'open');
  if (missing.length === 1) return `${first.id}${isOpen ? ', which anyone can invoke' : ''}`;
  return `${missing.length} functions of this stack, ${first.id} among them${isOpen ? ', some of which anyone can invoke' : ''}`;
}

/** An alarm that notifies whom the others of the stack notify. */
function watchedFrom({ watch }: ServerlessFunction, stack: Stack): ProposedFix | undefined {
  const topic = onCallTopic(stack);
  return proposeFix(
    'parameter',
    topic === undefined ? undefined : watch?.(topic),
    `After this edit ${topic} is notified.`,
  );
}

/** Alarms that tell nobody. */
function* silentAlarms({ alarms }: Stack): Generator<Problem> {
  for (const alarm of alarms) {
    const match = when(alarm.actions, (tells) => !tells);
    if (match === undefined) continue;
    yield {
      about: alarm,
      at: match.at,
      discriminator: 'no-action',
      message: `Alarm ${alarm.id} notifies nobody: it has no actions, or they are disabled${inBranch(match)}.`,
      severity: 'medium',
      confidence: match.confidence,
      advice: 'Name a topic or another action that reaches whoever is on call.',
    };
  }
}
