import { type Value, valueAt } from '../../../model/value.js';
import { type Construct, type Invocation, propertiesOf } from '../constructs.js';
import { append, put } from '../draft.js';
import type { Call, Expression } from '../expression.js';
import { lowerValue } from '../lowering.js';
import { qualifiedName } from '../qualified.js';
import { arn, plain, type Row, reading, row, seconds } from '../rows.js';
import { resolve } from '../scope.js';
import {
  addDraft,
  addNamed,
  fill,
  given,
  inserter,
  list,
  map,
  reference,
  type Synthesis,
  scalar,
} from '../synthesis.js';
import { destinationOf } from './functions.js';

const destination = reading((value) => value);

const mappingRows: readonly Row[] = [
  row('batchSize', 'BatchSize'),
  row('enabled', 'Enabled'),
  row('retryAttempts', 'MaximumRetryAttempts'),
  row('maxRecordAge', 'MaximumRecordAgeInSeconds', seconds),
  row('bisectBatchOnError', 'BisectBatchOnFunctionError'),
  row('parallelizationFactor', 'ParallelizationFactor'),
  row('maxConcurrency', 'ScalingConfig.MaximumConcurrency'),
  row('onFailure', 'DestinationConfig.OnFailure.Destination', destination),
  row('reportBatchItemFailures', 'FunctionResponseTypes', {
    ...plain,
    read: (value) =>
      value.kind === 'scalar'
        ? list(value.at, value.value === true ? [scalar(value.at, 'ReportBatchItemFailures')] : [])
        : value,
    print: (program) => plain.print(program, true),
  }),
  row(
    'filters',
    'FilterCriteria',
    reading((value) => map(value.at, { Filters: value })),
  ),
];

/** `fn.addEventSource(new SqsEventSource(queue))`, by the kind of source. */
export function addEventSource(synthesis: Synthesis, { call }: Invocation, owner: Construct): void {
  const [first] = call.args;
  const source = first && resolve(first);
  if (source?.kind !== 'call') return;
  const kind = qualifiedName(source.callee)?.replace(/^aws-lambda-event-sources\./, '') ?? '';
  const [from] = source.args;
  if (from === undefined) return;
  const value = lowerValue(synthesis.construction, from);
  if (kind === 'SnsEventSource') {
    addSubscription(synthesis, {
      at: source.at,
      topic: value,
      endpoint: reference(source.at, owner.id),
      protocol: 'lambda',
      call: source,
    });
    return;
  }
  if (/^S3EventSource/.test(kind)) {
    notify(synthesis, {
      bucket: from,
      endpoint: owner.id,
      key: 'Function',
      list: 'LambdaConfigurations',
      at: source.at,
      events: given(source, 'events', 1)?.value,
      filters: given(source, 'filters', 1)?.value,
    });
    return;
  }
  if (!/^(?:Sqs|Kinesis|Dynamo|ManagedKafka|SelfManagedKafka|StreamEvent)/.test(kind)) return;
  const id = `${owner.id}/${kind}:${value.kind === 'reference' ? value.to : 'source'}`;
  addMapping(
    synthesis,
    { id, call: source, at: source.callee.at.start < source.at.start ? source.at : { ...source.at, end: from.at.end } },
    {
      source:
        value.kind === 'reference' ? { ...value, attribute: kind.startsWith('Dynamo') ? 'StreamArn' : 'Arn' } : value,
      fn: reference(source.at, owner.id),
    },
  );
}

interface Place {
  readonly id: string;
  readonly call: Call;
  readonly at: Value['at'];
}

function addMapping(
  synthesis: Synthesis,
  { id, call, at }: Place,
  ends: { source: Value; fn: Value },
  position = 1,
): void {
  const draft = addNamed(synthesis, { id, type: 'AWS::Lambda::EventSourceMapping', at, whole: call.at });
  const own = position === 1 ? draft : { ...draft, insert: inserter(synthesis, call, mappingRows) };
  synthesis.drafts.set(draft.id, own);
  fill(synthesis, own, call, mappingRows, position);
  const failure = given(call, 'onFailure', position);
  if (failure)
    put(own, ['DestinationConfig', 'OnFailure', 'Destination'], destinationOf(synthesis, failure.value), failure.keyAt);
  put(own, ['EventSourceArn'], ends.source);
  put(own, ['FunctionName'], ends.fn);
}

/** `new EventSourceMapping(...)` and `fn.addEventSourceMapping(...)`. */
export function addPlainMapping(
  synthesis: Synthesis,
  call: Call,
  place: { id: string; fn: Value | undefined; position: number },
): void {
  const source = given(call, 'eventSourceArn', place.position);
  const target = given(call, 'target', place.position);
  const fn = place.fn ?? (target && lowerValue(synthesis.construction, target.value));
  if (source === undefined || fn === undefined) return;
  const last = call.args[1] ?? call.callee;
  addMapping(
    synthesis,
    { id: place.id, call, at: { ...call.at, end: last.at.end } },
    { source: lowerValue(synthesis.construction, source.value), fn },
    place.position,
  );
}

interface Subscribing {
  readonly at: Value['at'];
  readonly topic: Value;
  readonly endpoint: Value;
  readonly protocol: string;
  readonly call: Call;
}

function addSubscription(synthesis: Synthesis, { at, topic, endpoint, protocol, call }: Subscribing): void {
  const names = [topic, endpoint].map((value) => (value.kind === 'reference' ? value.to : '*'));
  const draft = addNamed(synthesis, { id: `${names.join('->')}`, type: 'AWS::SNS::Subscription', at, whole: at });
  put(draft, ['TopicArn'], topic);
  put(draft, ['Endpoint'], endpoint);
  put(draft, ['Protocol'], scalar(at, protocol));
  fill(
    synthesis,
    draft,
    call,
    [
      row('filterPolicy', 'FilterPolicy'),
      row('filterPolicyWithMessageBody', 'FilterPolicy'),
      row('deadLetterQueue', 'RedrivePolicy.deadLetterTargetArn', arn),
    ],
    1,
  );
}

const protocols = new Map([
  ['LambdaSubscription', 'lambda'],
  ['SqsSubscription', 'sqs'],
  ['EmailSubscription', 'email'],
  ['UrlSubscription', 'https'],
]);

/** `topic.addSubscription(new LambdaSubscription(fn))`. */
export function subscribe(synthesis: Synthesis, { call }: Invocation, topic: Construct): void {
  const [first] = call.args;
  const subscription = first && resolve(first);
  if (subscription?.kind !== 'call') return;
  const protocol = protocols.get(qualifiedName(subscription.callee)?.replace(/^.*\./, '') ?? '');
  const [to] = subscription.args;
  if (protocol === undefined || to === undefined) return;
  const endpoint = arn.read(lowerValue(synthesis.construction, to), synthesis) ?? scalar(call.at, '');
  const text = endpoint.kind === 'scalar' ? String(endpoint.value) : '';
  const written = protocol === 'https' && text.startsWith('http://') ? 'http' : protocol;
  addSubscription(synthesis, {
    at: call.at,
    topic: reference(call.at, topic.id),
    endpoint,
    protocol: written,
    call: subscription,
  });
}

interface Notifying {
  readonly bucket: Expression;
  readonly endpoint: string;
  readonly key: string;
  readonly list: string;
  readonly at: Value['at'];
  readonly events: Expression | undefined;
  readonly filters: Expression | undefined;
}

function notify(synthesis: Synthesis, asked: Notifying): void {
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

/** `new events.Rule(...)` with its targets, and those added later. */
export function addRule(synthesis: Synthesis, construct: Construct): void {
  const draft = addDraft(synthesis, construct, 'AWS::Events::Rule');
  const { call } = construct;
  fill(synthesis, draft, call, [
    row('eventPattern', 'EventPattern', reading(pattern)),
    row(
      'schedule',
      'ScheduleExpression',
      reading(({ at }) => scalar(at, 'rate(1 day)')),
    ),
    row('eventBus', 'EventBusName'),
    row(
      'enabled',
      'State',
      reading((value) =>
        value.kind === 'scalar' ? { ...value, value: value.value === false ? 'DISABLED' : 'ENABLED' } : value,
      ),
    ),
  ]);
  const targets = given(call, 'targets')?.value;
  const resolved = targets && resolve(targets);
  if (resolved?.kind === 'list') for (const target of resolved.items) addTarget(synthesis, construct, target);
}

/** Keys of a pattern in the words of EventBridge. */
function pattern(value: Value): Value {
  if (value.kind !== 'map') return value;
  const entries = value.entries.map((entry) => ({
    ...entry,
    key: entry.key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  }));
  return { ...value, entries };
}

export function addTarget(synthesis: Synthesis, rule: Construct, target: Expression): void {
  const draft = synthesis.drafts.get(rule.id);
  const wrapped = resolve(target);
  if (draft === undefined || wrapped.kind !== 'call') return;
  const [to] = wrapped.args;
  if (to === undefined) return;
  const { at } = target;
  const properties = propertiesOf(wrapped, 1);
  const dead = given(wrapped, 'deadLetterQueue', 1)?.value;
  const attempts = given(wrapped, 'retryAttempts', 1)?.value;
  const age = given(wrapped, 'maxEventAge', 1)?.value;
  const lower = (expression: Expression | undefined) => expression && lowerValue(synthesis.construction, expression);
  const retry =
    attempts || age
      ? map(at, { MaximumRetryAttempts: lower(attempts), MaximumEventAgeInSeconds: lower(age) })
      : undefined;
  const entry = map(at, {
    Arn: arn.read(lowerValue(synthesis.construction, to), synthesis),
    DeadLetterConfig: dead && map(at, { Arn: lower(dead) }),
    RetryPolicy: retry,
  });
  append(draft, 'Targets', properties === 'unknown' && entry.kind === 'map' ? { ...entry, open: true } : entry);
}
