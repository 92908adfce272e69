import { guardIn, prevention } from '../../../../clouds/google/codecs.js';
import { plainStore } from '../../../../clouds/plain/store.js';
import { type Codec, flag, number, text } from '../../../../clouds/values/codec.js';
import { unwritable } from '../../../../clouds/values/writes.js';
import { absent, fixed, known, none, type Setting, unknown } from '../../../../model/setting.js';
import type { Redrive, Store, StoreKind, WriteRedrive } from '../../../../model/store.js';
import { isNull, textOf } from '../../../../model/value.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, referent, same, setting } from '../cloud.js';
import { block, type Fields } from '../field.js';
import type { Binding } from './bindings.js';
import { type Opening, openingsOf } from './bucket-openings.js';
import { onwardFrom, onwardOf } from './onward.js';
import { subscriptionFields } from './relays.js';

interface StoreType {
  readonly store: StoreKind;
  readonly service: string;
  readonly fields: Fields;
}

const types: Readonly<Record<string, StoreType>> = {
  google_storage_bucket: {
    store: 'bucket',
    service: 'storage',
    fields: { ...same('name', 'public_access_prevention'), website: block('website', same('main_page_suffix')) },
  },
  google_pubsub_topic: { store: 'topic', service: 'pubsub', fields: same('name') },
  google_pubsub_subscription: {
    store: 'queue',
    service: 'pubsub-subscription',
    fields: subscriptionFields,
  },
  google_firestore_database: { store: 'database', service: 'datastore', fields: same('name') },
  google_secret_manager_secret: { store: 'secret', service: 'secretmanager', fields: same('secret_id') },
  google_kms_crypto_key: {
    store: 'key',
    service: 'cloudkms',
    fields: same('name', 'purpose', 'rotation_period', 'import_only'),
  },
};

/** The types of stores. */
export const storeTypes: ReadonlySet<string> = new Set(Object.keys(types));

/** What holds or passes on data. Google encrypts all of it. */
export function googleStores(mapping: Mapping, bindings: readonly Binding[]): readonly Store[] {
  const onward = onwardOf(mapping);
  const openings = openingsOf(mapping, bindings);
  return Object.entries(types).flatMap(([type, form]) =>
    declaredOf(mapping, { [type]: form.fields }).map((declared) => ({
      ...storeOf(declared, form, openings),
      ...onwardFrom(onward, declared.id),
    })),
  );
}

function storeOf(declared: Declared, { store, service }: StoreType, openings: readonly Opening[]): Store {
  const { at } = declared;
  const isBucket = store === 'bucket';
  return plainStore({
    ...declarationOf(declared),
    store,
    service,
    name: unwritable(setting(declared, [isBucket || store !== 'secret' ? 'name' : 'secret_id'], text)),
    encrypted: fixed(true, at),
    keyRotation: rotationOf(declared),
    redrive: store === 'queue' ? redriveOf(declared) : none(at),
    publicAccess: isBucket
      ? {
          acl: accessOf(declared, openings),
          blocked: guardIn(setting<boolean, true>(declared, ['public_access_prevention'], prevention)),
          website: setting<boolean, boolean>(declared, ['website'], said),
        }
      : undefined,
  });
}

/** Only keys that encrypt with one secret can be rotated by the platform, and it has made them itself. */
function rotationOf(declared: Declared): Store['keyRotation'] {
  const { at } = declared;
  const period = property(declared, 'rotation_period');
  if (period !== undefined && !isNull(period)) return fixed(!isLongerThanYear(textOf(period) ?? ''), period.at);
  const purpose = setting(declared, ['purpose'], text);
  const imported = setting(declared, ['import_only'], flag);
  if (purpose.kind === 'unknown' || purpose.kind === 'choice') return unknown(purpose.at, 'purpose');
  if (imported.kind !== 'absent' && known(imported) !== false) return unknown(imported.at, 'imported');
  return (known(purpose) ?? symmetric) === symmetric ? absent(at) : fixed(true, at);
}

const symmetric = 'ENCRYPT_DECRYPT';

/** Periods are written in seconds: `7776000s`. */
function isLongerThanYear(period: string): boolean {
  return Number(/^(\d{1,12})(?:\.\d+)?s$/.exec(period)?.[1] ?? 0) > 366 * 86_400;
}

const said: Codec<boolean> = { read: (value) => (value.kind === 'map' ? true : undefined), write: () => undefined };

/** Readers by default; writers where a line lets them write. */
function accessOf(declared: Declared, openings: readonly Opening[]): Setting<'private' | 'read' | 'write'> {
  const open = openings.filter(({ on }) => on === declared.id);
  const found = open.find(({ writes }) => writes) ?? open[0];
  if (found === undefined) return absent(declared.at);
  const value = found.writes ? 'write' : 'read';
  const { at, removal } = found;
  const write = (word: string) => (word === 'private' && open.length === 1 ? removal : undefined);
  return { kind: 'known', value, at, confidence: 'high', write };
}

/** A subscription redelivers for as long as it keeps messages, unless it has a topic for dead letters. */
function redriveOf(declared: Declared): Store['redrive'] {
  const attempts = property(declared, 'dead_letter_policy', 'max_delivery_attempts');
  return setting<Redrive, WriteRedrive>(declared, ['dead_letter_policy'], {
    read: (value) => {
      if (value.kind !== 'map') return undefined;
      const target = referent(property(declared, 'dead_letter_policy', 'dead_letter_topic'));
      return { target, maximumReceives: attempts === undefined ? 5 : number.read(attempts) };
    },
    write: (redrive) =>
      redrive === 'new'
        ? undefined
        : {
            dead_letter_topic: { refersTo: redrive.queue, attribute: 'id' },
            max_delivery_attempts: Math.max(redrive.maximumReceives, fewestAttempts),
          },
  });
}

/** Pub/Sub takes 5 to 100. */
const fewestAttempts = 5;
