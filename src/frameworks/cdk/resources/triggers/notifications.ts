import { type Value, valueAt } from '../../../../model/value.js';
import type { Invocation } from '../../constructs/construct.js';
import { qualifiedName } from '../../constructs/qualified-names.js';
import type { Expression } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { put } from '../../synthesis/draft.js';
import type { Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { list, map, reference, scalar } from '../../values/made-value.js';

interface Notifying {
  readonly bucket: Expression;
  readonly endpoint: string;
  readonly key: string;
  readonly list: string;
  readonly at: Value['at'];
  readonly events: Expression | undefined;
  readonly filters: Expression | undefined;
}

export function notify(synthesis: Synthesis, asked: Notifying): void {
  const bucket = synthesis.construction.byCall.get(resolve(asked.bucket));
  const draft = bucket && synthesis.drafts.get(bucket.id);
  if (draft === undefined) return;
  const { at } = asked;
  const events = asked.events && lowerValue(synthesis.construction, asked.events);
  const filters = asked.filters && lowerValue(synthesis.construction, asked.filters);
  const items = (events?.kind === 'list' ? events.items : [events]).map((event) =>
    map(at, {
      Event: event ?? scalar(at, 's3:ObjectCreated:*'),
      [asked.key]: reference(at, asked.endpoint, 'Arn'),
      Filter: filterOf(filters, at),
    }),
  );
  const holder = draft.properties.entries.get('NotificationConfiguration')?.node;
  const before = holder !== undefined && !('kind' in holder) ? holder.entries.get(asked.list)?.node : undefined;
  const earlier = before !== undefined && 'kind' in before && before.kind === 'list' ? before.items : [];
  put(draft, ['NotificationConfiguration', asked.list], list(at, [...earlier, ...items]));
}

function filterOf(filters: Value | undefined, at: Value['at']): Value | undefined {
  const items = filters?.kind === 'list' ? filters.items : filters === undefined ? [] : [filters];
  if (items.length === 0) return undefined;
  const rules = items.flatMap((item) =>
    ['prefix', 'suffix'].flatMap((name) => {
      const value = valueAt(item, name);
      return value === undefined ? [] : [map(at, { Name: scalar(at, name), Value: value })];
    }),
  );
  const open = items.some((item) => item.kind !== 'map');
  return map(at, { S3Key: map(at, { Rules: list(at, rules, open) }) });
}

/** `bucket.addEventNotification(type, new LambdaDestination(fn), filter)` and its two short forms. */
export function notifyFrom(synthesis: Synthesis, invocation: Invocation): void {
  const { call, method } = invocation;
  if (call.callee.kind !== 'member') return;
  const [first, ...rest] = call.args;
  const isLong = method === 'addEventNotification';
  const [target, ...filters] = isLong ? rest : call.args;
  const wrapped = target && resolve(target);
  if (wrapped?.kind !== 'call') return;
  const kind = qualifiedName(wrapped.callee)?.replace(/^aws-s3-notifications\./, '');
  const [to] = wrapped.args;
  const owner = to && synthesis.construction.byCall.get(resolve(to));
  const words = new Map([
    ['LambdaDestination', ['LambdaConfigurations', 'Function']],
    ['SqsDestination', ['QueueConfigurations', 'Queue']],
    ['SnsDestination', ['TopicConfigurations', 'Topic']],
  ]);
  const [name, key] = words.get(kind ?? '') ?? [];
  if (name === undefined || key === undefined || owner === undefined) return;
  const filter: Expression | undefined = filters[0] && {
    kind: 'list',
    items: filters,
    open: call.open,
    at: filters[0].at,
  };
  notify(synthesis, {
    bucket: call.callee.of,
    endpoint: owner.id,
    key,
    list: name,
    at: call.at,
    events: isLong ? first : undefined,
    filters: filter,
  });
}
