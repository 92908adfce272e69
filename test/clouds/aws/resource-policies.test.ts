import { expect, test } from '@jest/globals';
import { changed, modelOf, said, texts, write } from './modelling.js';

const statement = "{ Effect: Allow, Principal: '*', Action: '*', Resource: '*' }";
const document = `{ Statement: [${statement}] }`;

test.each([
  [
    'a queue policy',
    `P: { Type: AWS::SQS::QueuePolicy, Properties: { Queues: [!Ref T], PolicyDocument: ${document} } }`,
    'queue',
    'T',
  ],
  [
    'a topic policy',
    `P: { Type: AWS::SNS::TopicPolicy, Properties: { Topics: [!Ref T], PolicyDocument: ${document} } }`,
    'topic',
    'T',
  ],
  [
    'a bucket policy',
    `P: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Ref T, PolicyDocument: ${document} } }`,
    'bucket',
    'T',
  ],
  ['a key policy', `P: { Type: AWS::KMS::Key, Properties: { KeyPolicy: ${document} } }`, 'key', 'P'],
  [
    'a secret’s policy',
    `P: { Type: AWS::SecretsManager::ResourcePolicy, Properties: { SecretId: !Ref T, ResourcePolicy: ${document} } }`,
    'secret',
    'T',
  ],
  [
    'a table’s policy',
    `P: { Type: AWS::DynamoDB::Table, Properties: { ResourcePolicy: { PolicyDocument: ${document} } } }`,
    'table',
    'P',
  ],
  [
    'a repository’s policy',
    `P: { Type: AWS::ECR::Repository, Properties: { RepositoryPolicyText: ${document} } }`,
    'repository',
    'P',
  ],
  [
    'a bus policy',
    `P: { Type: AWS::Events::EventBusPolicy, Properties: { EventBusName: !Ref T, Statement: ${statement} } }`,
    'bus',
    'T',
  ],
  [
    'a flat bus policy',
    "P: { Type: AWS::Events::EventBusPolicy, Properties: { EventBusName: !Ref T, Action: 'events:PutEvents', Principal: '*' } }",
    'bus',
    'T',
  ],
])('%s is read by statement', (_, text, targetKind, target) => {
  expect(modelOf(text).resourcePolicies).toMatchObject([
    { id: 'P/statement-1', targetKind, target, effect: 'allow', permission: false, principals: [{ kind: 'any' }] },
  ]);
});

const permission = (more: string) => `
Fn:
  Type: AWS::Serverless::Function
P:
  Type: AWS::Lambda::Permission
  Properties:
    FunctionName: !GetAtt Fn.Arn
    Action: lambda:InvokeFunction
    Principal: s3.amazonaws.com
${more.replace(/^/gm, '    ')}
`;

test('a permission names its function, its principal and its source', () => {
  const [found] = modelOf(permission('SourceArn: !GetAtt Bucket.Arn\nFunctionUrlAuthType: NONE')).resourcePolicies;
  expect(found).toMatchObject({ permission: true, target: 'Fn', principals: [{ kind: 'service' }] });
  expect(found && texts(found.actions)).toEqual(['lambda:InvokeFunction']);
  expect(said(found?.sourceArn)).toMatchObject({ text: '${Bucket.Arn}', to: 'Bucket' });
  expect(said(found?.sourceAccount)).toBe('absent');
  expect(said(found?.urlAuth)).toBe('NONE');
});

test.each([
  ['through the URL only', 'InvokedViaFunctionUrl: true', 'true'],
  ['in any way', 'InvokedViaFunctionUrl: false', 'absent'],
  ['in a way that is not known', 'InvokedViaFunctionUrl: !ImportValue Way', 'unknown'],
])('a permission to invoke %s', (_, line, expected) => {
  expect(said(modelOf(permission(line)).resourcePolicies[0]?.urlAuth)).toBe(expected);
});

test.each([
  ['*', 'any'],
  ['s3.amazonaws.com', 'service'],
  ["'123456789012'", 'account'],
  ['!Ref AWS::AccountId', 'account'],
  ['arn:aws:iam::123456789012:root', 'account'],
])('the principal %s is of kind %s', (principal, kind) => {
  const text = permission('').replace('s3.amazonaws.com', principal === '*' ? "'*'" : principal);
  expect(modelOf(text).resourcePolicies[0]?.principals).toMatchObject([{ kind }]);
});

test.each([
  ['a queue of the same name', 'AWS::SQS::Queue', 'QueueName'],
  ['a table of the same name', 'AWS::DynamoDB::Table', 'TableName'],
])('a function that is named is not taken for %s', (_, type, property) => {
  const other = `Other:\n  Type: ${type}\n  Properties: { ${property}: orders }\n`;
  const named = 'Fn:\n  Type: AWS::Serverless::Function\n  Properties: { FunctionName: orders }\n';
  const text =
    permission('')
      .replace('!GetAtt Fn.Arn', 'orders')
      .replace(/Fn:\n.*\n/, named) + other;
  expect(modelOf(text).resourcePolicies[0]?.target).toBe('Fn');
});

test('principals that a condition chooses hold in its branches', () => {
  const text = `
Policy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [x]
    PolicyDocument:
      Statement:
        - { Effect: Allow, Principal: !If [Open, '*', { AWS: !Ref AWS::AccountId }], Action: sqs:SendMessage, Resource: '*' }
`;
  expect(modelOf(text).resourcePolicies).toMatchObject([
    { branch: 'Open', principals: [{ kind: 'any' }] },
    { branch: 'not Open', principals: [{ kind: 'account' }] },
  ]);
});

test('a topic that is elsewhere is not taken for a table of the same name', () => {
  const text = `
Table:
  Type: AWS::DynamoDB::Table
  Properties: { TableName: orders }
Policy:
  Type: AWS::SNS::TopicPolicy
  Properties:
    Topics: [orders]
    PolicyDocument: { Statement: [{ Effect: Allow, Principal: '*', Action: sns:Publish, Resource: '*' }] }
`;
  expect(modelOf(text).resourcePolicies[0]?.target).toBeUndefined();
});

test('a permission is narrowed to this account', () => {
  const text = permission('');
  const edits = write(modelOf(text).resourcePolicies[0]?.sourceAccount, { joined: [{ pseudo: 'account' }] });
  expect(changed(text, edits)).toEqual(['SourceAccount: !Ref AWS::AccountId']);
});

test('a condition is added to a statement', () => {
  const text = `
P:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [!Ref Q]
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: sqs:SendMessage
          Resource: '*'
`;
  const [found] = modelOf(text).resourcePolicies;
  const edits = found?.addCondition('ArnLike', 'aws:SourceArn', { refersTo: 'Topic', attribute: 'arn' });
  expect(changed(text, edits)).toEqual(['Condition:', 'ArnLike:', 'aws:SourceArn: !GetAtt Topic.Arn']);
});

test.each([
  ['an account', "StringEquals: { 'aws:SourceAccount': '123456789012' }", 'sourceAccount', '123456789012'],
  ['a source', "ArnLike: { 'AWS:SourceArn': !Ref Topic }", 'sourceArn', '${Topic}'],
  ['an organisation', "StringEquals: { 'aws:PrincipalOrgID': o-1 }", 'organisation', 'o-1'],
] as const)('a condition pins %s', (_, condition, key, expected) => {
  const conditional = statement.replace(' }', `, Condition: { ${condition} } }`);
  const text = `P: { Type: AWS::SNS::TopicPolicy, Properties: { PolicyDocument: { Statement: ${conditional} } } }`;
  expect(said(modelOf(text).resourcePolicies[0]?.[key])).toMatchObject({ text: expected });
});

test.each([
  ['a table', 'AWS::DynamoDB::Table', 'ResourcePolicy: D'],
  ['the stream of a table', 'AWS::DynamoDB::Table', 'StreamSpecification: { ResourcePolicy: D }'],
  ['a replica', 'AWS::DynamoDB::GlobalTable', 'Replicas: [{ Region: a }, { ResourcePolicy: D }]'],
  [
    'the stream of a replica',
    'AWS::DynamoDB::GlobalTable',
    'Replicas: [{ ReplicaStreamSpecification: { ResourcePolicy: D } }]',
  ],
])('the policy of %s', (_, type, properties) => {
  const document = "{ PolicyDocument: { Statement: { Effect: Allow, Principal: '*', Action: 'dynamodb:*' } } }";
  const text = `T: { Type: ${type}, Properties: { ${properties.replace('D }', `${document} }`).replace(/D$/, document)} } }`;
  expect(modelOf(text).resourcePolicies).toMatchObject([{ id: 'T/statement-1', target: 'T', targetKind: 'table' }]);
});
