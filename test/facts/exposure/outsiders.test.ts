import { beforeAll, expect, test } from '@jest/globals';
import { isAnyone } from '../../../src/facts/exposure/outsiders.js';
import type { Principal } from '../../../src/model/identity.js';
import { prepareFrameworks } from '../../../src/stacks/read.js';
import { term } from '../../support/grants.js';
import { scanFiles } from '../../support/judging.js';

beforeAll(prepareFrameworks);

test.each<[string, Principal['kind'], string, boolean]>([
  ['everyone', 'any', '*', true],
  ['every account', 'account', '*', true],
  ['a role in whatever account', 'account', 'arn:aws:iam::*:role/sender', true],
  ['the roots of all accounts', 'account', 'arn:${AWS::Partition}:iam::*:root', true],
  ['sessions in whatever account', 'account', 'arn:aws-cn:sts::*:assumed-role/a/b', true],
  ['one account', 'account', 'arn:aws:iam::111122223333:root', false],
  ['all roles of one account', 'account', 'arn:aws:iam::111122223333:role/*', false],
  ['an account known at deployment', 'account', 'arn:aws:iam::${Account}:root', false],
  ['a service', 'service', '*', false],
])('%s', (_, kind, text, expected) => {
  expect(isAnyone({ kind, term: term(text) })).toBe(expected);
});

const template = (guard: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Web:
    Type: AWS::S3::Bucket
    Properties: { PublicAccessBlockConfiguration: { BlockPublicPolicy: false, RestrictPublicBuckets: ${guard} } }
  WebPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Web
      PolicyDocument:
        Statement: [{ Effect: Allow, Principal: '*', Action: s3:PutObject, Resource: !Sub 'arn:aws:s3:::\${Web}/*' }]
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      CodeUri: src/
      Policies: [{ Statement: [{ Effect: Allow, Action: 'dynamodb:*', Resource: '*' }] }]
      Events: { Put: { Type: S3, Properties: { Bucket: !Ref Web, Events: s3:ObjectCreated:* } } }
`;

test.each([
  ['false', ['exposed-power-path medium', 'public-bucket critical', 'public-bucket medium']],
  ['true', ['public-bucket medium']],
])('a bucket whose policy lets everyone write, with RestrictPublicBuckets %s', async (guard, expected) => {
  const { findings } = await scanFiles(new Map([['template.yaml', template(guard)]]));
  const told = findings.filter(({ policy }) => policy === 'exposed-power-path' || policy === 'public-bucket');
  expect(told.map(({ policy, severity }) => `${policy} ${severity}`).sort()).toEqual(expected);
});
