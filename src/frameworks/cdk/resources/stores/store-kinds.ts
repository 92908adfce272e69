import type { Value } from '../../../../model/value.js';
import { type Kind, member, reading } from '../../synthesis/rows.js';
import { map, scalar } from '../../values/made-value.js';

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
export const redrive = reading((value) => {
  if (value.kind !== 'map') return value;
  const names = new Map([
    ['queue', 'deadLetterTargetArn'],
    ['maxReceiveCount', 'maxReceiveCount'],
  ]);
  return { ...value, entries: value.entries.map((entry) => ({ ...entry, key: names.get(entry.key) ?? entry.key })) };
});

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
