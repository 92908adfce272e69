import { expect, test } from '@jest/globals';
import { indexedService, servicePrefixes } from '../../../src/facts/access/actions/action-index.js';
import { widenings } from '../../../src/facts/access/comparison.js';
import { documents, type Written } from './written-documents.js';

const table = (name: string) => `arn:aws:dynamodb:eu-west-1:123456789012:table/${name}`;

/** What head newly allows: `verdict action,action witness`. */
function told(base: readonly Written[], head: readonly Written[]): readonly string[] {
  return widenings(documents(base), documents(head), { universe: 'indexed', own: [] }).map(
    ({ actions, answer, witness, anything }) =>
      [
        answer.kind === 'more' ? answer.verdict : `${answer.kind}: ${answer.because}`,
        actions.map(({ service, name }) => `${service}:${name}`).join(),
        anything === true ? 'anything' : witness,
      ]
        .filter(Boolean)
        .join(' '),
  );
}

test.each<[string, readonly Written[], readonly Written[], readonly string[]]>([
  ['the same', [{ action: 'dynamodb:GetItem', resource: '*' }], [{ action: 'dynamodb:GetItem', resource: '*' }], []],
  [
    'one action more on one table',
    [{ action: 'dynamodb:GetItem', resource: table('a') }],
    [{ action: ['dynamodb:GetItem', 'dynamodb:DeleteItem'], resource: table('a') }],
    [`new dynamodb:DeleteItem ${table('a')}`],
  ],
  [
    'another table',
    [{ action: 'dynamodb:GetItem', resource: table('a') }],
    [{ action: 'dynamodb:GetItem', resource: [table('a'), table('b')] }],
    [`new dynamodb:GetItem ${table('b')}`],
  ],
  [
    'any table',
    [{ action: 'dynamodb:GetItem', resource: table('a') }],
    [{ action: 'dynamodb:GetItem', resource: '*' }],
    ['new dynamodb:GetItem anything'],
  ],
  [
    'a narrower resource is nothing new',
    [{ action: 'dynamodb:GetItem', resource: table('*') }],
    [{ action: 'dynamodb:GetItem', resource: table('a*') }],
    [],
  ],
  [
    'a Deny takes back what is added',
    [{ action: 'sqs:SendMessage', resource: '*' }],
    [
      { action: ['sqs:SendMessage', 'sqs:PurgeQueue'], resource: '*' },
      { effect: 'deny', action: 'SQS:purge*', resource: '*' },
    ],
    [],
  ],
  [
    'a Deny that is gone',
    [
      { action: 'sqs:SendMessage', resource: '*' },
      { effect: 'deny', action: 'sqs:*', resource: 'arn:aws:sqs:*:*:payments' },
    ],
    [{ action: 'sqs:SendMessage', resource: '*' }],
    ['new sqs:SendMessage arn:aws:sqs:us-east-1:111122223333:payments'],
  ],
  [
    'everything but what is listed',
    [{ action: 'sqs:SendMessage', resource: 'arn:aws:sqs:*:*:a*' }],
    [{ action: 'sqs:SendMessage', notResource: 'arn:aws:sqs:*:*:b*' }],
    ['new sqs:SendMessage anything'],
  ],
  [
    'a function, an alias of one, and the version of a layer: types whose names are several words',
    [],
    [
      { action: 'lambda:InvokeFunction', resource: ['arn:aws:lambda:eu-west-1:123456789012:function:a'] },
      { action: 'lambda:InvokeAsync', resource: ['arn:aws:lambda:eu-west-1:123456789012:function:a:live'] },
      { action: 'lambda:AddLayerVersionPermission', resource: '*' },
      { action: 'states:StartExecution', resource: 'arn:aws:states:eu-west-1:123456789012:stateMachine:s' },
    ],
    [
      'new lambda:InvokeAsync arn:aws:lambda:eu-west-1:123456789012:function:a:live',
      'new lambda:InvokeFunction arn:aws:lambda:eu-west-1:123456789012:function:a',
      'new lambda:AddLayerVersionPermission anything',
      'new states:StartExecution arn:aws:states:eu-west-1:123456789012:stateMachine:s',
    ],
  ],
  [
    'case of actions does not matter, case of resources does',
    [{ action: 's3:getobject', resource: 'arn:aws:s3:::Orders/*' }],
    [{ action: 'S3:GetObject', resource: 'arn:aws:s3:::orders/*' }],
    ['new s3:GetObject arn:aws:s3:::orders/example'],
  ],
  ['actions that accept no resource need a star', [], [{ action: 'dynamodb:ListTables', resource: table('a') }], []],
  [
    'a condition that is gone',
    [{ action: 'sns:Publish', resource: '*', condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }],
    [{ action: 'sns:Publish', resource: '*' }],
    ['looser sns:Publish anything'],
  ],
  [
    'a condition more',
    [{ action: 'sns:Publish', resource: '*' }],
    [{ action: 'sns:Publish', resource: '*', condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }],
    [],
  ],
  [
    'a value more',
    [{ action: 'sns:Publish', resource: '*', condition: { StringEquals: { 'aws:PrincipalOrgID': ['o-1'] } } }],
    [{ action: 'sns:Publish', resource: '*', condition: { StringEquals: { 'aws:PrincipalOrgID': ['o-1', 'o-2'] } } }],
    ['looser sns:Publish anything'],
  ],
  [
    'another condition',
    [{ action: 'sns:Publish', resource: '*', condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }],
    [{ action: 'sns:Publish', resource: '*', condition: { StringEquals: { 'aws:SourceAccount': '1' } } }],
    ['apart: conditions sns:Publish'],
  ],
  [
    'a part that only the deployment knows may be the text',
    [{ action: 'dynamodb:GetItem', resource: table('${Stage}-orders') }],
    [{ action: 'dynamodb:GetItem', resource: [table('${Stage}-orders'), table('prod-orders')] }],
    ['apart: unknown parts dynamodb:GetItem'],
  ],
  [
    'and cannot be what it does not end in',
    [{ action: 'dynamodb:GetItem', resource: table('${Stage}-orders') }],
    [{ action: 'dynamodb:GetItem', resource: [table('${Stage}-orders'), table('users')] }],
    [`new dynamodb:GetItem ${table('users')}`],
  ],
  [
    'a star is more than any one value',
    [{ action: 'dynamodb:GetItem', resource: 'arn:aws:dynamodb:${AWS::Region}:1:table/orders' }],
    [{ action: 'dynamodb:GetItem', resource: 'arn:aws:dynamodb:*:1:table/orders' }],
    ['new dynamodb:GetItem arn:aws:dynamodb:us-east-1:1:table/orders'],
  ],
  [
    'an ARN that only the deployment knows',
    [],
    [{ action: 'dynamodb:GetItem', resource: '${TableArn}' }],
    ['new dynamodb:GetItem ${TableArn}'],
  ],
  [
    'names hold no colons: a pattern that only such a name fits allows nothing',
    [],
    [
      { action: 'kms:DescribeKey', resource: 'arn:*:kms:*:::*' },
      { action: 'sagemaker:DescribeInferenceComponent', resource: 'arn:aws:sagemaker:*:*:model/*' },
    ],
    [],
  ],
  [
    'but for those that a statement writes',
    [{ action: 'bedrock:InvokeModel', resource: 'arn:aws:bedrock:*::foundation-model/titan' }],
    [{ action: 'bedrock:InvokeModel', resource: 'arn:aws:bedrock:*::foundation-model/*-v2:1' }],
    ['new bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model/example-v2:1'],
  ],
  [
    'conditions that cannot be weighed one against another, where nothing was allowed before',
    [],
    [
      {
        action: 'sns:Publish',
        resource: '*',
        condition: {
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b', 'c'] },
          StringLike: { 'aws:RequestTag/a': 'x*' },
        },
      },
    ],
    ['new sns:Publish anything'],
  ],
  [
    'and where one takes back what another gives',
    [],
    [
      {
        action: 'sns:Publish',
        resource: '*',
        condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
      },
      { effect: 'deny', action: 'sns:Publish', resource: '*', condition: { StringLike: { 'aws:TagKeys': '*' } } },
    ],
    ['apart: conditions sns:Publish'],
  ],
  [
    'names of the stack are no one else’s',
    [{ action: 'sqs:SendMessage', resource: 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${!Orders}' }],
    [{ action: 'sqs:SendMessage', resource: 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${!Payments}' }],
    ['new sqs:SendMessage arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${!Payments}'],
  ],
  [
    'everything but one service',
    [{ action: 'sqs:*', resource: '*' }],
    [
      {
        notAction: [
          'a*:*',
          'b*:*',
          'c*:*',
          'd*:*',
          'e*:*',
          'f*:*',
          'g*:*',
          'h*:*',
          'i*:*',
          'k*:*',
          'l*:*',
          'm*:*',
          'n*:*',
          'o*:*',
          'p*:*',
          'q*:*',
          'r*:*',
          's*:*',
          't*:*',
          'u*:*',
          'v*:*',
          'w*:*',
          'x*:*',
          'sqs:*',
        ],
        resource: '*',
      },
    ],
    [],
  ],
])('%s', (_, base, head, expected) => expect(told(base, head)).toEqual(expected));

test('every type of resource has a name and an ARN, and every action accepts types of its service', () => {
  const services = servicePrefixes().map((prefix) => indexedService(prefix));
  const types = services.flatMap((service) => service?.types ?? []);
  expect(types.length).toBeGreaterThan(1_500);
  expect(types.filter(({ key, arn }) => key === '' || !/^arn:[^, ]+$/.test(arn))).toEqual([]);
  const accepts = (service: string, name: string) =>
    indexedService(service)
      ?.actions.find((action) => action.name === name)
      ?.types.map(({ key }) => key);
  expect(accepts('lambda', 'InvokeFunction')).toEqual(['function']);
  expect(accepts('lambda', 'GetLayerVersion')).toEqual(['layerVersion']);
  expect(accepts('lambda', 'UpdateEventSourceMapping')).toEqual(['eventSourceMapping']);
  expect(accepts('states', 'DescribeStateMachine')).toEqual(['statemachine']);
});
