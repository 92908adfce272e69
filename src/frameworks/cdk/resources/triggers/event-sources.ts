import type { Value } from '../../../../model/value.js';
import type { Construct, Invocation } from '../../constructs/construct.js';
import { given } from '../../constructs/given-properties.js';
import { qualifiedName } from '../../constructs/qualified-names.js';
import type { Call, Expression } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { put } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { plain, type Row, reading, row, seconds } from '../../synthesis/rows.js';
import { addNamed, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { list, map, reference, scalar } from '../../values/made-value.js';
import { inserter } from '../../writing/inserter.js';
import { destinationOf } from '../functions/function-failure.js';
import { allowWrapped } from '../permissions/implied.js';
import { notify } from './notifications.js';
import { addSubscription } from './subscriptions.js';

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
  if (/^S3EventSource/.test(kind)) addBucketSource(synthesis, { source, from, owner });
  if (kind === 'SnsEventSource') {
    const topic = lowerValue(synthesis.construction, from);
    const endpoint = reference(source.at, owner.id);
    addSubscription(synthesis, { at: source.at, topic, endpoint, protocol: 'lambda', call: source });
  }
  if (polled.test(kind)) {
    addPolled(synthesis, { source, from, owner }, kind);
    allowWrapped(synthesis, owner.id, source);
    const failure = given(source, 'onFailure', 1);
    if (failure) allowWrapped(synthesis, owner.id, failure.value);
  }
}

const polled = /^(?:Sqs|Kinesis|Dynamo|ManagedKafka|SelfManagedKafka)/;

interface Sourced {
  readonly source: Call;
  readonly from: Expression;
  readonly owner: Construct;
}

function addBucketSource(synthesis: Synthesis, { source, from, owner }: Sourced): void {
  notify(synthesis, {
    bucket: from,
    endpoint: owner.id,
    key: 'Function',
    list: 'LambdaConfigurations',
    at: source.at,
    events: given(source, 'events', 1)?.value,
    filters: given(source, 'filters', 1)?.value,
  });
}

function addPolled(synthesis: Synthesis, { source, from, owner }: Sourced, kind: string): void {
  const value = lowerValue(synthesis.construction, from);
  const isKnown = value.kind === 'reference';
  const attribute = kind.startsWith('Dynamo') ? 'StreamArn' : 'Arn';
  const place = {
    id: `${owner.id}/${kind}:${isKnown ? value.to : 'source'}`,
    call: source,
    at: { ...source.at, end: from.at.end },
  };
  addMapping(synthesis, place, {
    source: isKnown ? { ...value, attribute } : value,
    fn: reference(source.at, owner.id),
  });
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
  const own = { ...draft, insert: inserter(synthesis, call, mappingRows, position) };
  synthesis.drafts.set(draft.id, own);
  fill(synthesis, own, { call, position }, mappingRows);
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
