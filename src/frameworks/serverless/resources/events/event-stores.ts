import type { Declared } from '../../../../clouds/aws/template.js';
import { madeMap, madeText } from '../../../../clouds/values/made.js';
import { entryOf, type MapEntry, type MapValue, textOf, type Value, valueAt } from '../../../../model/value.js';
import { normalized } from '../../service/names.js';
import type { Service } from '../../service/service.js';
import { type ConfiguredEvent, eventsOf } from './configured-events.js';

/** Buckets and topics that the framework makes because an event names them. */
export function eventStores(service: Service): readonly Declared[] {
  const stores = service.functions.flatMap((fn) => eventsOf(service, fn)).flatMap((event) => storeOf(service, event));
  return [...new Map(stores.map((store) => [store.id, store])).values()];
}

function storeOf(service: Service, event: ConfiguredEvent): readonly Declared[] {
  const name = nameIn(event);
  if (name === undefined) return [];
  const isBucket = event.type === 's3';
  const configured = isBucket ? entryOf(valueAt(service.provider.map, 's3'), name) : undefined;
  const id = `${isBucket ? 'S3Bucket' : 'SNSTopic'}${normalized(name.replace(/[^A-Za-z0-9]/g, ''))}`;
  const at = configured?.keyAt ?? event.at;
  const whole = configured === undefined ? event.whole : at;
  const named = madeMap(at, { [isBucket ? 'BucketName' : 'TopicName']: madeText(at, name) });
  const properties = configured === undefined ? named : inTemplate(named, configured.value);
  return [
    {
      id,
      type: isBucket ? 'AWS::S3::Bucket' : 'AWS::SNS::Topic',
      at,
      whole,
      properties: { map: properties, at, reading: service.reading },
      metadata: undefined,
      condition: undefined,
      generated: configured === undefined,
    },
  ];
}

function nameIn({ type, value, section }: ConfiguredEvent): string | undefined {
  if (type === 's3') {
    if (textOf(valueAt(section.map, 'existing')) === 'true') return undefined;
    return textOf(value) ?? textOf(valueAt(section.map, 'bucket'));
  }
  if (type !== 'sns') return undefined;
  const written =
    textOf(value) ?? (valueAt(section.map, 'arn') ? undefined : textOf(valueAt(section.map, 'topicName')));
  return written?.startsWith('arn:') ? undefined : written;
}

/** What `provider.s3` says of a bucket, under the names of CloudFormation. */
function inTemplate(made: MapValue, written: Value): MapValue {
  if (written.kind !== 'map') return { ...made, open: true };
  const names = ({ key }: MapEntry) => (key === 'name' ? 'BucketName' : key.slice(0, 1).toUpperCase() + key.slice(1));
  const said = written.entries.map((entry) => ({ ...entry, key: names(entry) }));
  const entries = new Map([...made.entries, ...said].map((entry) => [entry.key, entry]));
  return { ...made, entries: [...entries.values()], open: written.open };
}

/** The name of the bucket that an event means: `provider.s3` may say another than its key. */
export function configuredBucket({ provider }: Service, named: Value | undefined): Value | undefined {
  const key = textOf(named);
  return (key === undefined ? undefined : valueAt(provider.map, 's3', key, 'name')) ?? named;
}
