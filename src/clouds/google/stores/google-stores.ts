import { absent, fixed, none, type Setting } from '../../../model/setting.js';
import type { Store, StoreKind } from '../../../model/store.js';
import { itemsOf, textOf, valueAt } from '../../../model/value.js';
import { plainStore } from '../../plain/store.js';
import { block, type Codec, text } from '../../values/codec.js';
import { firstSaid, unwritable } from '../../values/writes.js';
import {
  type Asset,
  type Declared,
  declarationOf,
  type GoogleStack,
  ofAsset,
  property,
  setting,
} from '../google-stack.js';
import { guardIn, prevention } from '../google-words.js';
import { type Opening, openingsOf } from './bucket-openings.js';
import { rotationOf } from './key-rotation.js';
import { onwardFrom, onwardOf } from './onward.js';
import { redriveOf } from './subscription-redrive.js';

interface StoreType {
  readonly store: StoreKind;
  readonly service: string;
}

const types: ReadonlyMap<Asset, StoreType> = new Map([
  ['storage.googleapis.com/Bucket', { store: 'bucket', service: 'storage' }],
  ['pubsub.googleapis.com/Topic', { store: 'topic', service: 'pubsub' }],
  ['pubsub.googleapis.com/Subscription', { store: 'queue', service: 'pubsub-subscription' }],
  ['firestore.googleapis.com/Database', { store: 'database', service: 'datastore' }],
  ['secretmanager.googleapis.com/Secret', { store: 'secret', service: 'secretmanager' }],
  ['cloudkms.googleapis.com/CryptoKey', { store: 'key', service: 'cloudkms' }],
]);

/** What holds or passes on data. Google encrypts all of it. */
export function googleStores(stack: GoogleStack): readonly Store[] {
  const onward = onwardOf(stack);
  const openings = openingsOf(stack);
  return [...types].flatMap(([asset, form]) =>
    ofAsset(stack, asset).map((declared) => ({
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
    name: unwritable(setting(declared, ['name'], text)),
    encrypted: fixed(true, at),
    keyRotation: rotationOf(declared),
    redrive: store === 'queue' ? redriveOf(declared) : none(at),
    ...(isBucket && {
      lifecycle: firstSaid(
        setting<boolean, boolean>(declared, ['lifecycle'], kept),
        setting<boolean, boolean>(declared, ['lifecycleRule'], kept),
      ),
      isHeld: isLocked(declared),
    }),
    publicAccess: isBucket
      ? {
          acl: accessOf(declared, openings),
          blocked: guardIn(setting<boolean, true>(declared, ['publicAccessPrevention'], prevention)),
          website: setting<boolean, boolean>(declared, ['website'], block),
        }
      : undefined,
  });
}

/** Rules, each with what is done. */
const kept: Codec<boolean> = {
  read: (value) => {
    const rules = itemsOf(valueAt(value, 'rule') ?? valueAt(value, 'rules') ?? value);
    const actions = rules.map((rule) => textOf(valueAt(rule, 'action', 'type')));
    return actions.some((action) => action === undefined) ? undefined : actions.includes('Delete');
  },
  write: () => undefined,
};

function isLocked(declared: Declared): boolean {
  return property(declared, 'retentionPolicy') !== undefined;
}

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
