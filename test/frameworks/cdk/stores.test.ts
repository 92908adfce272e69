import { expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/findings/edits.js';
import { modelOf, programOf } from '../../support/cdk.js';

const before = "import * as kinesis from 'aws-cdk-lib/aws-kinesis';";

test.each([
  ['where nothing is said', "new kinesis.Stream(this, 'S');", { value: true }],
  [
    'by a key of its own',
    "new kinesis.Stream(this, 'S', { encryption: kinesis.StreamEncryption.KMS });",
    { value: true },
  ],
  [
    'not at all',
    "new kinesis.Stream(this, 'S', { encryption: kinesis.StreamEncryption.UNENCRYPTED });",
    { value: false },
  ],
  ['as elsewhere is said', "new kinesis.Stream(this, 'S', { encryption: props.encryption });", { kind: 'unknown' }],
  ['not at all, as a plain resource', "new kinesis.CfnStream(this, 'S', {});", { kind: 'absent' }],
])('a stream is encrypted %s', (_, statement, expected) => {
  expect(modelOf(programOf(statement, before)).stores[0]?.encrypted).toMatchObject(expected);
});

test('a stream is encrypted by a fix', () => {
  const text = programOf(
    "new kinesis.Stream(this, 'S', { encryption: kinesis.StreamEncryption.UNENCRYPTED });",
    before,
  );
  const encrypted = modelOf(text).stores[0]?.encrypted;
  const edits = encrypted?.kind === 'known' ? encrypted.write(true) : undefined;
  expect(applyEdits(text, edits ?? [])).toContain('{ encryption: kinesis.StreamEncryption.MANAGED }');
});

test.each([
  ['everything', 'BLOCK_ALL', { value: true }],
  ['ACLs, and says nothing of policies', 'BLOCK_ACLS', { kind: 'unknown' }],
])('a bucket blocks %s', (_, word, expected) => {
  const statement = `new s3.Bucket(this, 'B', { blockPublicAccess: s3.BlockPublicAccess.${word} });`;
  const [bucket] = modelOf(programOf(statement)).stores;
  expect(bucket?.publicAccess?.blocked).toMatchObject(expected);
});
