import { deadLetterQueue } from '../../../facts/events/dead-letters.js';
import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction, WriteFailureTarget } from '../../../model/function.js';
import { inBranch, known, type Match, when } from '../../../model/setting.js';
import { asynchronousKinds, type Trigger } from '../../../model/trigger.js';
import { definePolicy, type ProposedFix, proposeFix } from '../../definition.js';
import { endlessRetries, undeliveredProblems } from './undelivered.js';

export default definePolicy({
  id: 'async-failure-unhandled',
  several: ['functions', 'lose events that fail asynchronously'],
  threat: 'budget-exhaustion',
  title: 'Failed events are lost',
  severity: 'low',
  fails: 'never',
  why: 'An event that keeps failing is retried at your cost and then dropped: nobody can replay it or see what it was.',
  remedy: 'Configure a dead-letter queue or another failure destination.',
  acceptable: 'A lost event does no harm, because the next one carries the same state.',
  references: {
    csa: ['SAS-8'],
    cwe: ['CWE-755'],
    peers: ['CKV_AWS_116', 'ES1007', 'ES4000', 'ES7000'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html',
        'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
      ],
      azure: ['https://learn.microsoft.com/azure/event-grid/delivery-and-retry'],
      google: ['https://cloud.google.com/functions/docs/bestpractices/retries'],
      knative: ['https://knative.dev/docs/eventing/event-delivery/'],
    },
  },

  // Left out: functions that only requests, queues or streams start, and platforms that retry in another way.
  *check(stack) {
    yield* undeliveredProblems(stack);
    yield* endlessRetries(stack);
    for (const fn of stack.functions) {
      const [first] = stack.triggers.filter((trigger) => startsAsynchronously(trigger, fn));
      const match = when(fn.onFailure, () => false, { absent: true });
      if (first === undefined || match === undefined || fn.purpose !== 'handler') continue;
      yield {
        about: fn,
        at: match.at,
        message: `${fn.id} has no failure destination: events from ${sourceOf(first)} that still fail after the last retry are dropped${undeliveredWords(fn, stack)}${inBranch(match)}.`,
        confidence: match.confidence,
        fix: keepFailures(match, stack),
        related: [first.at],
      };
    }
  },
});

/** What pushes events to functions, and can keep those that it cannot deliver. */
const pushing: ReadonlyMap<Trigger['trigger'], string> = new Map([
  ['bus', 'its rule'],
  ['schedule', 'its schedule'],
  ['topic', 'its subscription'],
] as const);

/** What keeps nothing of what it cannot deliver: the function is throttled, or may not be called. */
function undeliveredWords(fn: ServerlessFunction, { triggers }: Stack): string {
  const own = triggers.filter((one) => one.function === fn.id && known(one.enabled) !== false);
  const losing = own.filter(({ onFailure }) => when(onFailure, () => false, { absent: true }) !== undefined);
  const [first] = losing.flatMap(({ trigger }) => pushing.get(trigger) ?? []);
  return first === undefined ? '' : `, and so are those that ${first} cannot deliver`;
}

function startsAsynchronously(trigger: Trigger, fn: ServerlessFunction): boolean {
  return trigger.function === fn.id && asynchronousKinds.has(trigger.trigger) && known(trigger.enabled) !== false;
}

function sourceOf({ source, trigger }: Trigger): string {
  return source ?? sources.get(trigger) ?? `its ${trigger} trigger`;
}

const sources = new Map<Trigger['trigger'], string>([
  ['schedule', 'its schedule'],
  ['bus', 'its EventBridge rule'],
  ['log', 'its log subscription'],
  ['topic', 'its topic'],
  ['bucket', 'its bucket'],
  ['iot', 'its IoT rule'],
  ['email', 'its SES receipt rule'],
]);

function keepFailures(match: Match<WriteFailureTarget>, stack: Stack): ProposedFix | undefined {
  const queue = deadLetterQueue(stack, { fifo: false });
  if (queue !== undefined) return proposeFix('parameter', match.write({ queue: queue.id }));
  return proposeFix(
    'exact',
    match.write('new'),
    'After this edit the stack also declares a queue, which keeps failed events for 14 days.',
  );
}
