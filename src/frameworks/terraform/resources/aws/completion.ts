import type { Span } from '../../../../model/span.js';
import { entryOf, itemsOf, type MapEntry, type MapValue, textOf, type Value } from '../../../../model/value.js';
import { mapOf, scalar } from '../../evaluate/values.js';
import type { Evaluated, Resources } from '../evaluated.js';
import { withGrants } from './bucket-grants.js';
import { withGuards } from './bucket-guards.js';
import { codeOf } from './function-code.js';
import { integrationOf } from './integrations.js';
import { withMethodPath } from './method-path.js';

/** What a type needs besides its table: properties that stand apart, or that the API nests another way. */
type Complete = (map: MapValue, one: Evaluated, resources: Resources) => MapValue;

const byType: ReadonlyMap<string, Complete> = new Map<string, Complete>([
  ['aws_lambda_function', (map, one) => codeOf(withoutUnreserved(map), one)],
  ['aws_iam_role', (map) => joinLists(map, 'ManagedPolicyArns', attached)],
  ['aws_api_gateway_method', integrationOf],
  ['aws_api_gateway_stage', (map) => changeItems(map, ['MethodSettings'], withMethodPath)],
  ['aws_s3_bucket', (map, _, resources) => withGuards(withGrants(notifications(map)), resources)],
  ['aws_apigatewayv2_stage', (map) => routeSettings(map)],
  ['aws_cloudwatch_event_permission', (map) => withAction(map)],
  ['aws_cloudwatch_metric_alarm', (map) => dimensions(map)],
  ['aws_iot_topic_rule', (map) => actions(map, 'TopicRulePayload', 'Lambda')],
  ['aws_ses_receipt_rule', (map) => actions(map, 'Rule', 'LambdaAction')],
  ['aws_cloudfront_distribution', (map) => nested(map, 'DistributionConfig')],
  ['aws_kinesis_firehose_delivery_stream', (map, one) => delivery(map, one)],
]);

/** What is attached to a role by resources of their own. */
const attached = ['ManagedPolicyArnsExclusive', 'ManagedPolicyArnsApart', 'ManagedPolicyArnsOfMany'];

/** The properties as the API has them. */
export function completed(map: MapValue, one: Evaluated, resources: Resources): MapValue {
  return byType.get(one.instance.type)?.(joinApart(map), one, resources) ?? joinApart(map);
}

/** What a resource of its own says counts where the resource itself says nothing. */
function joinApart(map: MapValue): MapValue {
  const entries = map.entries.flatMap((entry): readonly MapEntry[] => {
    if (!entry.key.endsWith('Apart') || entry.key.startsWith('ManagedPolicyArns')) return [entry];
    const key = entry.key.slice(0, -'Apart'.length);
    return entryOf(map, key) === undefined ? [{ ...entry, key }] : [];
  });
  return { ...map, entries };
}

function withoutUnreserved(map: MapValue): MapValue {
  const entries = map.entries.filter(
    ({ key, value }) => key !== 'ReservedConcurrentExecutions' || textOf(value) !== '-1',
  );
  return { ...map, entries };
}

/** Policies that are attached by resources of their own stand in one list with those of the role. */
function joinLists(map: MapValue, key: string, others: readonly string[]): MapValue {
  const found = [key, ...others].flatMap((name) => entryOf(map, name) ?? []);
  const rest = map.entries.filter((entry) => !found.includes(entry));
  const [first] = found;
  if (first === undefined || (found.length === 1 && first.key === key)) return map;
  const items = found.flatMap(({ value }) => itemsOf(value));
  const open = found.some(({ value }) => value.kind === 'list' && value.open);
  const at = found.find((entry) => entry.key !== key)?.value.at ?? first.value.at;
  return { ...map, entries: [...rest, { key, keyAt: first.keyAt, value: { kind: 'list', items, open, at } }] };
}

function changeItems(map: MapValue, path: readonly [string], change: (item: MapValue) => MapValue): MapValue {
  const [key] = path;
  const entries = map.entries.map((entry) => {
    if (entry.key !== key || entry.value.kind !== 'list') return entry;
    const items = entry.value.items.map((item) => (item.kind === 'map' ? change(item) : item));
    return { ...entry, value: { ...entry.value, items } };
  });
  return { ...map, entries };
}

function notifications(map: MapValue): MapValue {
  const entries = map.entries.map((entry) => {
    if (entry.key !== 'NotificationConfiguration' || entry.value.kind !== 'map') return entry;
    const lists = entry.value.entries.reduce(
      (value, { key }) => changeItems(value, [key], withKeyRules),
      entry.value as MapValue,
    );
    return { ...entry, value: lists };
  });
  return { ...map, entries };
}

function withKeyRules(item: MapValue): MapValue {
  const rules = item.entries
    .filter(({ key }) => key === 'FilterPrefix' || key === 'FilterSuffix')
    .map(({ key, keyAt, value }) =>
      mapOf(
        [
          { key: 'Name', keyAt, value: scalar(key === 'FilterPrefix' ? 'prefix' : 'suffix', keyAt) },
          { key: 'Value', keyAt, value },
        ],
        keyAt,
      ),
    );
  if (rules.length === 0) return item;
  const list: Value = { kind: 'list', items: rules, open: false, at: item.at };
  const filter = wrapped('S3Key', wrapped('Rules', list, item.at), item.at);
  return { ...item, entries: [...item.entries, { key: 'Filter', keyAt: item.at, value: filter }] };
}

function wrapped(key: string, value: Value, at: Span): MapValue {
  return mapOf([{ key, keyAt: at, value }], at);
}

/** Settings of routes, which the API keeps by their keys. */
function routeSettings(map: MapValue): MapValue {
  const entry = entryOf(map, 'RouteSettingsList');
  if (entry?.value.kind !== 'list') return map;
  const items = entry.value.items.flatMap((item): readonly MapEntry[] => {
    const key = textOf(entryOf(item, 'RouteKey')?.value);
    return key === undefined ? [] : [{ key, keyAt: item.at, value: item }];
  });
  const open = entry.value.open || items.length < entry.value.items.length;
  const value = mapOf(items, entry.value.at, open);
  return { ...map, entries: [...map.entries, { key: 'RouteSettings', keyAt: entry.keyAt, value }] };
}

/** A permission of a bus is to put events unless it says otherwise. */
function withAction(map: MapValue): MapValue {
  if (map.open || entryOf(map, 'Action') !== undefined) return map;
  const { at } = map;
  return { ...map, entries: [...map.entries, { key: 'Action', keyAt: at, value: scalar('events:PutEvents', at) }] };
}

function dimensions(map: MapValue): MapValue {
  const entry = entryOf(map, 'DimensionMap');
  if (entry === undefined) return map;
  const { value, keyAt } = entry;
  const items = value.kind === 'map' ? value.entries.map((one) => wrapped('Value', one.value, one.keyAt)) : [value];
  return { ...map, entries: [...map.entries, { key: 'Dimensions', keyAt, value: { ...listAt(items, value.at) } }] };
}

function listAt(items: readonly Value[], at: Span): Value {
  return { kind: 'list', items, open: false, at };
}

/** Actions that the API lists, each under the name of its kind. */
function actions(map: MapValue, container: string, kind: string): MapValue {
  const entry = entryOf(map, 'LambdaActions');
  if (entry === undefined) return map;
  const items = itemsOf(entry.value).map((item) => wrapped(kind, item, item.at));
  const value = wrapped('Actions', listAt(items, entry.value.at), entry.keyAt);
  return { ...map, entries: [...map.entries, { key: container, keyAt: entry.keyAt, value }] };
}

function nested(map: MapValue, key: string): MapValue {
  return { ...map, entries: [{ key, keyAt: map.anchor ?? map.at, value: map }] };
}

/** A stream that reads another one takes its encryption; any other says so in a block. */
function delivery(map: MapValue, { body, instance }: Evaluated): MapValue {
  const { headAt } = instance.block;
  const source = entryOf(body, 'kinesis_source_configuration') ?? entryOf(body, 'msk_source_configuration');
  const encryption = entryOf(body, 'server_side_encryption');
  const [inside] = itemsOf(encryption?.value);
  const isOn = textOf(entryOf(inside, 'enabled')?.value) === 'true';
  const kind = scalar(source === undefined ? 'DirectPut' : 'KinesisStreamAsSource', headAt);
  const type = { key: 'DeliveryStreamType', keyAt: headAt, value: kind };
  const key = 'DeliveryStreamEncryptionConfigurationInput';
  const said = isOn && encryption !== undefined ? [{ key, keyAt: encryption.keyAt, value: inside ?? kind }] : [];
  return { ...map, entries: [...map.entries, type, ...said] };
}
