import { entryOf, itemsOf, type MapValue, textOf } from '../../../../model/value.js';
import { scalar } from '../../evaluate/values.js';
import type { Evaluated, Resources } from '../evaluated.js';
import { withGrants } from './bucket-grants.js';
import { withGuards } from './bucket-guards.js';
import { codeOf } from './function-code.js';
import { withImage } from './function-image.js';
import { integrationOf } from './integrations.js';

/** What a type needs besides its table: properties that follow from several others, or from other resources. */
type Complete = (map: MapValue, one: Evaluated, resources: Resources) => MapValue;

const byType: ReadonlyMap<string, Complete> = new Map<string, Complete>([
  ['aws_lambda_function', (map, one, resources) => withImage(codeOf(withoutUnreserved(map), one), one, resources)],
  ['aws_api_gateway_method', integrationOf],
  ['aws_s3_bucket', (map, _, resources) => withGuards(withGrants(map), resources)],
  ['aws_cloudwatch_event_permission', (map) => withAction(map)],
  ['aws_cloudfront_distribution', (map) => nested(map, 'DistributionConfig')],
  ['aws_kinesis_firehose_delivery_stream', (map, one) => delivery(map, one)],
]);

/** The properties as the API has them. */
export function completed(map: MapValue, one: Evaluated, resources: Resources): MapValue {
  return byType.get(one.instance.type)?.(map, one, resources) ?? map;
}

function withoutUnreserved(map: MapValue): MapValue {
  const entries = map.entries.filter(
    ({ key, value }) => key !== 'ReservedConcurrentExecutions' || textOf(value) !== '-1',
  );
  return { ...map, entries };
}

/** A permission of a bus is to put events unless it says otherwise. */
function withAction(map: MapValue): MapValue {
  if (map.open || entryOf(map, 'Action') !== undefined) return map;
  const { at } = map;
  return { ...map, entries: [...map.entries, { key: 'Action', keyAt: at, value: scalar('events:PutEvents', at) }] };
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
