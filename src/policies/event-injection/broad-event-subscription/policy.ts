import type { Stack } from '../../../facts/stack.js';
import type { Trigger } from '../../../model/trigger.js';
import { definePolicy } from '../../definition.js';

export default definePolicy({
  id: 'broad-event-subscription',
  several: ['subscriptions', 'take every event of their source'],
  threat: 'event-injection',
  title: 'Function receives every event of a source',
  severity: 'low',
  why: 'Anyone who can put an event into the source can invoke the function with it, and each event that the function ignores is billed all the same.',
  remedy: 'Filter by the source, type or key that the function is for.',
  acceptable: 'The function archives, audits or passes on everything.',
  references: {
    owasp: ['OW1'],
    csa: ['SAS-1', 'SAS-8'],
    cwe: ['CWE-923'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-patterns-best-practices.html',
        'https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering.html',
        'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html',
      ],
      google: ['https://cloud.google.com/pubsub/docs/subscription-message-filter'],
      knative: ['https://knative.dev/docs/eventing/triggers/#trigger-filtering'],
    },
  },

  // Left out: what is for everything by its name, subscriptions of topics with few subscribers, and what handlers check themselves.
  *check(stack) {
    const subscribers = subscribersOf(stack);
    for (const trigger of stack.triggers) {
      const says = broadness(trigger, stack, subscribers);
      if (says === undefined || isForEverything(trigger, stack)) continue;
      const who = trigger.function ?? trigger.id;
      const message = `${who} receives ${says}.`;
      yield { about: trigger, at: trigger.at, key: `${who} ${trigger.trigger}`, confidence: 'medium', message };
    }
  },
});

function broadness(trigger: Trigger, stack: Stack, subscribers: ReadonlyMap<string, number>): string | undefined {
  const { trigger: kind, source = '', filtered, objectFilter } = trigger;
  if (kind === 'bus') return isAnyPattern(trigger.pattern) ? 'every event of the bus' : undefined;
  if (kind === 'cloudevent') return filtered.kind === 'absent' ? 'every event of the broker' : undefined;
  if (kind === 'topic' && filtered.kind === 'absent') {
    const count = subscribers.get(source) ?? 0;
    return count >= manySubscribers ? `every message of ${source}, which has ${count} subscribers` : undefined;
  }
  if (kind !== 'bucket' || objectFilter === undefined) return undefined;
  const isWhole = objectFilter.prefixes.length + objectFilter.suffixes.length === 0;
  const writers = new Set(
    stack.graph.edges.flatMap(({ from, to, kind: edge }) => (edge === 'write' && to === source ? [from] : [])),
  );
  return isWhole && writers.size >= severalWriters
    ? `every object of ${source}, which ${writers.size} functions write to`
    : undefined;
}

const manySubscribers = 3;
const severalWriters = 2;

/** Nothing but the account, or a source that begins with nothing. */
function isAnyPattern(pattern: unknown): boolean {
  if (typeof pattern !== 'object' || pattern === null || Array.isArray(pattern)) return false;
  return Object.entries(pattern).every(([key, value]) => key === 'account' || (key === 'source' && isAnyText(value)));
}

function isAnyText(value: unknown): boolean {
  const [only] = Array.isArray(value) && value.length === 1 ? value : [];
  return typeof only === 'object' && only !== null && 'prefix' in only && only.prefix === '';
}

/** Everyone whom a topic sends to: functions, and what else it leads to. */
function subscribersOf({ triggers, stores }: Stack): ReadonlyMap<string, number> {
  const counts = new Map(stores.map(({ id, leadsTo }) => [id, leadsTo.length]));
  for (const { trigger, source } of triggers) {
    if (trigger === 'topic' && source !== undefined) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return counts;
}

const forEverything =
  /archiv|audit|log|fan.?out|forward|replay|mirror|backup|history|metric|monitor|firehose|debug|catch.?all/i;

function isForEverything({ id, function: fn }: Trigger, { names }: Stack): boolean {
  return forEverything.test(id) || (fn !== undefined && names(fn).some((name) => forEverything.test(name)));
}
