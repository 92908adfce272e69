import type { Declared } from '../../../../../clouds/aws/template.js';
import type { Value } from '../../../../../model/value.js';
import type { Reading } from '../../../../../notation/writer.js';
import type { Call } from '../../../evaluate/scope.js';
import { mapOf, scalar, unknownValue } from '../../../evaluate/values.js';
import { argument, document, type Fields, group } from '../../field.js';
import type { Translating } from '../../translation.js';
import { accessWords } from '../stores.js';
import { argumentOf, type Called, calledWith, isOn, made, majorOf, picked, referenceTo, withEntries } from './parts.js';

const guards = {
  BlockPublicAcls: argument('block_public_acls'),
  BlockPublicPolicy: argument('block_public_policy'),
  IgnorePublicAcls: argument('ignore_public_acls'),
  RestrictPublicBuckets: argument('restrict_public_buckets'),
};

const fields: Fields = {
  BucketName: argument('bucket'),
  AccessControl: argument('acl', { words: accessWords }),
  PublicAccessBlockConfiguration: group(guards),
  PolicyDocument: document('policy'),
};

/** From this version on all guards are on unless they are switched off. */
const guardedSince = 4;

/** `terraform-aws-modules/s3-bucket/aws`: a bucket with its guards, its website and its policy. */
export function bucketModule(translating: Translating, call: Call, reading: Reading): readonly Declared[] {
  const called = calledWith(translating, call, fields, reading);
  if (isOn(called, 'create_bucket', true) === false) return [];
  const website = argumentOf(called, 'website');
  const own = withEntries(picked(called, 'BucketName', 'AccessControl'), {
    PublicAccessBlockConfiguration: guardsOf(called),
    WebsiteConfiguration: website?.kind === 'map' && website.entries.length > 0 ? website : undefined,
  });
  return [made(called, '', 'AWS::S3::Bucket', own), ...policyOf(called)];
}

/** What is not said is off in older versions, and on in newer ones. */
function guardsOf(called: Called): Value | undefined {
  if (isOn(called, 'attach_public_policy', true) === false) return undefined;
  const { at } = called;
  const isGuarded = (majorOf(called) ?? 0) >= guardedSince;
  const [written] = picked(called, 'PublicAccessBlockConfiguration').entries;
  if (!isGuarded) return written?.value ?? unknownValue(at, 'standard of the module');
  const said = written?.value.kind === 'map' ? written.value.entries : [];
  const missing = Object.keys(guards).filter((key) => !said.some((entry) => entry.key === key));
  const standard = missing.map((key) => ({ key, keyAt: at, value: scalar(true, at) }));
  return { ...(written?.value.kind === 'map' ? written.value : mapOf([], at)), entries: [...said, ...standard] };
}

/** A policy counts only when the module is told to attach it; one that is written and not spoken of further may be attached by a version unknown here. */
function policyOf(called: Called): readonly Declared[] {
  const attached = argumentOf(called, 'attach_policy') === undefined ? undefined : isOn(called, 'attach_policy', false);
  const [policy] = picked(called, 'PolicyDocument').entries;
  if (attached === false || policy === undefined) return [];
  const map = withEntries(mapOf([], policy.value.at), {
    Bucket: referenceTo(called.id, called.at),
    PolicyDocument: attached === undefined ? unknownValue(policy.value.at, 'may not be attached') : policy.value,
  });
  const declared = made(called, '/policy', 'AWS::S3::BucketPolicy', map);
  return [{ ...declared, at: policy.keyAt, properties: { ...declared.properties, at: policy.keyAt } }];
}
