import { unknown } from '../../../model/setting.js';
import type { Trigger } from '../../../model/trigger.js';
import { itemsOf, type Value, valueAt } from '../../../model/value.js';
import { plainTrigger } from '../../plain/trigger.js';
import type { Cluster } from '../cluster.js';
import { isOfGroup, type KubernetesObject, resourceOf } from '../objects.js';
import { replyIn } from './answers.js';
import { sinkIn } from './delivery.js';
import { holderId, startedAt } from './destinations.js';
import type { Serving } from './servings.js';

interface Step {
  readonly subscriber: Value;
  /** What says where its answers go; steps before the last one answer to the next. */
  readonly replying: Value | undefined;
}

/** What the steps of a sequence and the branches of a parallel start. */
export function flowTriggers(
  cluster: Cluster,
  servings: readonly Serving[],
  object: KubernetesObject,
): readonly Trigger[] {
  if (!isOfGroup(object, 'flows.knative.dev')) return [];
  const source = holderId(object);
  return stepsOf(object).flatMap(({ subscriber, replying }, index) => {
    const starts = startedAt(servings, subscriber);
    if (starts === undefined) return [];
    const resource = { ...resourceOf(object, `${source}#${index}`), at: subscriber.at, whole: subscriber.at };
    const trigger = plainTrigger({
      ...resource,
      trigger: 'cloudevent',
      source,
      sourceName: object.name,
      function: starts,
    });
    const onFailure = sinkIn(subscriber) ?? unknown(subscriber.at, 'channels of a flow are made elsewhere');
    return [{ ...trigger, onFailure, ...replyIn(cluster, replying) }];
  });
}

function stepsOf({ root }: KubernetesObject): readonly Step[] {
  const spec = valueAt(root, 'spec');
  const steps = itemsOf(valueAt(spec, 'steps'));
  const inOrder = steps.map((subscriber, index) => ({
    subscriber,
    replying: index === steps.length - 1 ? spec : undefined,
  }));
  const branches = itemsOf(valueAt(spec, 'branches')).flatMap((branch) => {
    const subscriber = valueAt(branch, 'subscriber');
    const replying = valueAt(branch, 'reply') === undefined ? spec : branch;
    return subscriber === undefined ? [] : [{ subscriber, replying }];
  });
  return [...inOrder, ...branches];
}
