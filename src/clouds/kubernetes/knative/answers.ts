import { known } from '../../../model/setting.js';
import type { Trigger } from '../../../model/trigger.js';
import { entryOf, type Value, valueAt } from '../../../model/value.js';
import type { Cluster } from '../cluster.js';
import { containersOf, environmentIn } from '../containers.js';
import { isOfGroup } from '../objects.js';
import { brokerBehind, holderAt, startedAt } from './destinations.js';
import type { Serving } from './servings.js';

type Answer = NonNullable<Trigger['answersTo']>;

/** Where a subscription or a step says that answers go. */
export function replyIn(cluster: Cluster, owner: Value | undefined): Pick<Trigger, 'answersTo'> {
  const reply = entryOf(owner, 'reply');
  const id = holderAt(cluster, reply?.value);
  return reply === undefined || id === undefined ? {} : { answersTo: { id, at: reply.keyAt } };
}

/** Triggers with the brokers and channels to which their workloads send events by themselves. */
export function withSenders(
  cluster: Cluster,
  servings: readonly Serving[],
  triggers: readonly Trigger[],
): readonly Trigger[] {
  const sent = new Map([...boundSinks(cluster, servings), ...namedBrokers(cluster, servings)]);
  const answers = triggers.map((trigger) => sent.get(trigger.function ?? '') ?? trigger.answersTo);
  const places = placesByWorkload(triggers, answers);
  return triggers.map((trigger, index) => {
    const answersTo = answers[index];
    const { answersTo: own, ...rest } = trigger;
    const isAgreed = places.get(trigger.function)?.size === 1;
    return answersTo !== undefined && isAgreed ? { ...rest, answersTo } : rest;
  });
}

/** Where each workload answers to: one place whatever starts it, if every way through it is to be a real one. */
function placesByWorkload(
  triggers: readonly Trigger[],
  answers: readonly (Answer | undefined)[],
): ReadonlyMap<string | undefined, ReadonlySet<string | undefined>> {
  const places = new Map<string | undefined, Set<string | undefined>>();
  for (const [index, { function: started }] of triggers.entries()) {
    const own = places.get(started) ?? new Set();
    places.set(started, own.add(answers[index]?.id));
  }
  return places;
}

function boundSinks(cluster: Cluster, servings: readonly Serving[]): readonly (readonly [string, Answer])[] {
  const bindings = cluster.objects.filter(
    (object) => object.kind === 'SinkBinding' && isOfGroup(object, 'sources.knative.dev'),
  );
  return bindings.flatMap(({ root }) => {
    const subject = valueAt(root, 'spec', 'subject');
    const starts =
      subject && startedAt(servings, { ...subject, kind: 'map', open: false, entries: asReference(subject) });
    const sink = entryOf(valueAt(root, 'spec'), 'sink');
    const id = holderAt(cluster, sink?.value);
    return starts === undefined || sink === undefined || id === undefined ? [] : [[starts, { id, at: sink.keyAt }]];
  });
}

function asReference(subject: Value) {
  return [{ key: 'ref', keyAt: subject.at, value: subject }];
}

function namedBrokers(cluster: Cluster, servings: readonly Serving[]): readonly (readonly [string, Answer])[] {
  return servings.flatMap(({ id: workload, object }) => {
    const containers = containersOf(object, 'spec', 'template', 'spec', 'containers');
    const { environment } = environmentIn(containers, { ...cluster.reading, unresolved: [] });
    return environment.flatMap(({ value }) => {
      const id = brokerBehind(cluster, known(value) ?? '');
      return id === undefined ? [] : [[workload, { id, at: value.at }] as const];
    });
  });
}
