import type { Value } from '../../../../model/value.js';
import { type Kind, member, reading } from '../../synthesis/rows.js';
import { list, map, scalar } from '../../values/made-value.js';
import { printPlain } from '../../writing/printing.js';
import { printRedrive } from './dead-letters.js';

const guards = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

/** `BlockPublicAccess.BLOCK_ALL` as the four guards; the words that block ACLs say nothing of the other two. */
export const blockPublicAccess: Kind = {
  read: (value: Value): Value => {
    const all = (on: readonly string[]) =>
      map(value.at, Object.fromEntries(on.map((guard) => [guard, scalar(value.at, true)])));
    if (value.kind === 'scalar' && value.value === 'BLOCK_ALL') return all(guards);
    if (value.kind === 'scalar') return all(guards.filter((guard) => guard.endsWith('Acls')));
    if (value.kind !== 'map') return value;
    const entries = value.entries.map((entry) => ({ ...entry, key: entry.key[0]?.toUpperCase() + entry.key.slice(1) }));
    return { ...value, entries };
  },
  print: (program) => member('aws-s3', 'BlockPublicAccess').print(program, 'BLOCK_ALL'),
  uses: 'aws-s3.BlockPublicAccess',
};

/** A dead-letter queue in the words of a template. */
export const redrive: Kind = {
  read: (value) => {
    if (value.kind !== 'map') return value;
    const names = new Map([
      ['queue', 'deadLetterTargetArn'],
      ['maxReceiveCount', 'maxReceiveCount'],
    ]);
    return { ...value, entries: value.entries.map((entry) => ({ ...entry, key: names.get(entry.key) ?? entry.key })) };
  },
  print: printRedrive,
  uses: 'core.Duration',
};

const keys = new Map([
  ['MANAGED', 'KMS'],
  ['KMS', 'KMS'],
  ['UNENCRYPTED', 'NONE'],
]);

/** How a stream is encrypted, by the CDK's own words. */
export const streamEncryption: Kind = {
  read: (value) => {
    if (value.kind !== 'scalar') return value;
    const type = keys.get(String(value.value));
    return type === undefined ? undefined : map(value.at, { EncryptionType: scalar(value.at, type) });
  },
  print: (program) => member('aws-kinesis', 'StreamEncryption').print(program, 'MANAGED'),
  uses: 'aws-kinesis.StreamEncryption',
};

/** Switches by name as the list that a template has: those that are on. */
export function flowsIn(names: Readonly<Record<string, string>>): Kind['read'] {
  const words = new Map(Object.entries(names));
  return (value) => {
    if (value.kind !== 'map') return value;
    const on = value.entries.filter((entry) => entry.value.kind === 'scalar' && entry.value.value === true);
    const items = on.flatMap(({ key, keyAt }) => {
      const word = words.get(key);
      return word === undefined ? [] : [scalar(keyAt, word)];
    });
    const isOpen = value.open || value.entries.some((entry) => entry.value.kind !== 'scalar');
    return list(value.at, items, isOpen);
  };
}

/** Whether errors hide who exists: a switch that a template has a word for. */
export const existence: Kind = {
  read: (value) => (value.kind === 'scalar' ? { ...value, value: value.value === true ? 'ENABLED' : 'LEGACY' } : value),
  print: (program, literal) => printPlain(program, literal === 'ENABLED'),
};

/** Whatever it is called, it is on. */
export const isThere = reading((value) => (value.kind === 'scalar' ? scalar(value.at, true) : value));

/** `TableEncryption.CUSTOMER_MANAGED` makes a key. */
export const madeKey = reading((value) => {
  if (value.kind !== 'scalar') return value;
  return value.value === 'CUSTOMER_MANAGED' ? scalar(value.at, true) : undefined;
});

/** `BucketEncryption.KMS` makes a key. */
export const keyOfBucket = reading((value) => {
  if (value.kind !== 'scalar') return value;
  return value.value === 'KMS' ? { kind: 'map', at: value.at, open: true, entries: [] } : undefined;
});

const ruleKeys = new Map([
  ['expiration', 'Expiration'],
  ['expirationDate', 'ExpirationDate'],
  ['noncurrentVersionExpiration', 'NoncurrentVersionExpiration'],
  ['abortIncompleteMultipartUploadAfter', 'AbortIncompleteMultipartUpload'],
]);

/** The rules of a bucket in the words of a template; one that is off says so. */
export const lifecycleRules = reading((value) => {
  if (value.kind !== 'list') return value;
  const items = value.items.map((item): Value => {
    if (item.kind !== 'map') return item;
    const entries = item.entries.map((entry) => ({ ...entry, key: ruleKeys.get(entry.key) ?? entry.key }));
    return { ...item, entries };
  });
  return map(value.at, { Rules: list(value.at, items, value.open) });
});
