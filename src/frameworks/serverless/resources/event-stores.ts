import { textOf, valueAt } from '../../../model/value.js';
import type { Declared } from '../../cloudformation/template.js';
import { normalized } from '../service/names.js';
import type { Service } from '../service/service.js';
import { madeMap, madeText } from '../service/values.js';
import { type ConfiguredEvent, eventsOf } from './events.js';

/** Buckets and topics that the framework makes because an event names them. */
export function eventStores(service: Service): readonly Declared[] {
  const stores = service.functions.flatMap((fn) => eventsOf(service, fn)).flatMap((event) => storeOf(service, event));
  return [...new Map(stores.map((store) => [store.id, store])).values()];
}

function storeOf(service: Service, event: ConfiguredEvent): readonly Declared[] {
  const name = nameIn(service, event);
  if (name === undefined) return [];
  const { at, whole } = event;
  const isBucket = event.type === 's3';
  const id = `${isBucket ? 'S3Bucket' : 'SNSTopic'}${normalized(name.replace(/[^A-Za-z0-9]/g, ''))}`;
  const properties = madeMap(at, { [isBucket ? 'BucketName' : 'TopicName']: madeText(at, name) });
  return [
    {
      id,
      type: isBucket ? 'AWS::S3::Bucket' : 'AWS::SNS::Topic',
      at,
      whole,
      properties: { map: properties, at, reading: service.reading },
      metadata: undefined,
      condition: undefined,
      generated: true,
    },
  ];
}

function nameIn(service: Service, { type, value, section }: ConfiguredEvent): string | undefined {
  if (type === 's3') {
    if (textOf(valueAt(section.map, 'existing')) === 'true') return undefined;
    const name = textOf(value) ?? textOf(valueAt(section.map, 'bucket'));
    return name === undefined || isConfigured(service, 's3', name) ? undefined : name;
  }
  if (type !== 'sns') return undefined;
  const written =
    textOf(value) ?? (valueAt(section.map, 'arn') ? undefined : textOf(valueAt(section.map, 'topicName')));
  return written?.startsWith('arn:') ? undefined : written;
}

/** `provider.s3` gives buckets of events their settings under a key of its own. */
function isConfigured({ provider }: Service, kind: string, name: string): boolean {
  return valueAt(provider.map, kind, name) !== undefined;
}
