import type { Literal } from '../../../model/literal.js';
import { known } from '../../../model/setting.js';
import type { Redrive, WriteRedrive } from '../../../model/store.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import { jsonValue } from '../../../notation/json/text.js';
import { type Codec, flag, number } from '../../values/codec.js';
import { termOf } from '../../values/terms.js';
import { together, withWrite } from '../../values/writes.js';
import { type Mapping, property, referent, setting } from '../mapping.js';
import { alarmWriter, backlog } from '../operations/new-alarms.js';
import type { Declared } from '../template.js';
import { refusalOf } from './cleartext.js';
import type { StoreSettings } from './store-settings.js';

const defaultReceives = 5;

/** SQS encrypts by default: only what is switched off, without a key of its own, is not encrypted. */
export function queueSettings(mapping: Mapping, declared: Declared): StoreSettings {
  const managed = setting(declared, ['SqsManagedSseEnabled'], flag);
  const written = property(declared, 'KmsMasterKeyId');
  // An empty id is no key.
  const key = written !== undefined && textOf(written) === '' ? undefined : written;
  return {
    encrypted: key === undefined ? managed : { kind: 'known', value: true, at: key.at, confidence: 'high', write },
    refusesCleartext: refusalOf(mapping, declared),
    redrive: redriveOf(mapping, declared),
    visibilityTimeout: setting(declared, ['VisibilityTimeout'], number),
    watch: alarmWriter(mapping, declared, backlog),
  };
}

const write = () => undefined;

function redriveOf(mapping: Mapping, declared: Declared): NonNullable<StoreSettings['redrive']> {
  const policy: Codec<Redrive, { readonly queue: string; readonly maximumReceives: number }> = {
    read: (value) => readRedrive(mapping, value),
    write: ({ queue, maximumReceives }) => ({
      deadLetterTargetArn: { refersTo: queue, attribute: 'arn' },
      maxReceiveCount: maximumReceives,
    }),
  };
  return withWrite<Redrive, Exclude<WriteRedrive, 'new'>, WriteRedrive>(
    setting(declared, ['RedrivePolicy'], policy),
    (writePolicy) => (word) => {
      if (word !== 'new') return writePolicy(word);
      const queue = `${declared.id}Dlq`;
      const body = deadLetterQueue(declared);
      if (mapping.byId.has(queue) || body === undefined) return undefined;
      const made = mapping.template.declare(queue, body, declared.id);
      return together(made, writePolicy({ queue, maximumReceives: defaultReceives }));
    },
  );
}

/** A queue's dead-letter queue is of its own kind: FIFO for FIFO. */
function deadLetterQueue(declared: Declared): Literal | undefined {
  const fifo = setting(declared, ['FifoQueue'], flag);
  if (fifo.kind === 'unknown' || fifo.kind === 'choice') return undefined;
  const kind = known(fifo) === true ? { FifoQueue: true } : {};
  return { Type: 'AWS::SQS::Queue', Properties: { ...kind, MessageRetentionPeriod: 1209600 } };
}

function readRedrive(mapping: Mapping, value: Value): Redrive | undefined {
  const map = value.kind === 'map' ? value : jsonValue(termOf(value)?.text ?? '', value.at);
  if (map?.kind !== 'map') return undefined;
  const receives = valueAt(map, 'maxReceiveCount');
  return {
    target: referent(mapping, valueAt(map, 'deadLetterTargetArn')),
    maximumReceives: receives === undefined ? undefined : number.read(receives),
  };
}
