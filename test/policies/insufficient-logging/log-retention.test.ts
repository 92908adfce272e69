import { expect, test } from '@jest/globals';
import { scanFiles } from '../../support/judging.js';

const template = (days: number, stage: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties: { StageName: ${stage} }
  Group:
    Type: AWS::Logs::LogGroup
    Properties: { LogGroupName: /aws/lambda/orders, RetentionInDays: ${days} }
`;

test.each([
  ['a day in production', 1, 'prod', ['medium']],
  ['a day, nobody knows where', 1, '!Ref Stage', ['low']],
  ['a day in development', 1, 'dev', []],
  ['two weeks in production', 14, 'prod', ['low']],
  ['two weeks, nobody knows where', 14, '!Ref Stage', []],
  ['three months', 90, 'prod', []],
])('logs that are kept for %s', async (_, days, stage, expected) => {
  const { findings } = await scanFiles(new Map([['template.yaml', template(days, stage)]]));
  const found = findings.filter(({ policy }) => policy === 'log-retention-missing');
  expect(found.map(({ severity }) => severity)).toEqual(expected);
});

test.each([
  ['is a stage for tests', 'test', []],
  ['ends with a stage for development', '/aws/lambda/orders-dev', []],
  ['ends with production', '/aws/lambda/orders-prod', ['medium']],
  ['holds such a word in the middle', '/aws/lambda/latest-test-results', ['low']],
])('logs that are kept for a day in a group whose name %s', async (_, name, expected) => {
  const text = template(1, '!Ref Stage').replace('/aws/lambda/orders', name);
  const { findings } = await scanFiles(new Map([['template.yaml', text]]));
  const found = findings.filter(({ policy }) => policy === 'log-retention-missing');
  expect(found.map(({ severity }) => severity)).toEqual(expected);
});
