import { describe, expect, test } from '@jest/globals';
import { scanFiles } from '../../support/judging.js';

const role = (name: string, more: string) => `  ${name}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
${more}`;
const admin = '      ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]\n';
const others = `${role('Strong', admin)}${role('Weak', '')}  Events:\n    Type: AWS::SNS::Topic\n`;

/** What is told of a function with these statements, beside a strong and a weak role. */
async function told(...statements: readonly string[]): Promise<readonly string[]> {
  const policies = statements.map((one) => `            - { ${one} }\n`).join('');
  const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs24.x
      CodeUri: s
      Policies:
        - Statement:
${policies}${others}`;
  const { findings } = await scanFiles(new Map([['template.yaml', template]]));
  const held = findings.filter(
    ({ threat, message }) => threat === 'over-privileged-permissions' && /^Fn /.test(message),
  );
  return held.map(({ policy, severity }) => `${policy} ${severity}`).sort();
}

describe('a deny is subtracted before anything is said', () => {
  test.each([
    ['of a service on all its resources', "Effect: Deny, Action: 'sns:*', Resource: 'arn:aws:sns:*:*:*'", []],
    ['on everything', "Effect: Deny, Action: '*', Resource: '*'", []],
    ['on one topic', "Effect: Deny, Action: 'sns:*', Resource: !Ref Events", ['wildcard-action medium']],
    ['of one action', "Effect: Deny, Action: 'sns:Publish', Resource: '*'", ['wildcard-action medium']],
    [
      'under a condition',
      "Effect: Deny, Action: 'sns:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': false } }",
      ['wildcard-action medium'],
    ],
    ['except on one topic', "Effect: Deny, Action: 'sns:*', NotResource: !Ref Events", ['wildcard-action medium']],
  ])('%s', async (_, denial, expected) => {
    expect(await told("Effect: Allow, Action: 'sns:*', Resource: '*'", denial)).toEqual(expected);
  });

  test('on the one resource that is allowed', async () => {
    const on = (effect: string) => `Effect: ${effect}, Action: 'sns:*', Resource: !Ref Events`;
    expect(await told(on('Allow'), on('Deny'))).toEqual([]);
    expect(await told(on('Allow'))).toEqual(['wildcard-action medium']);
  });
});

describe('everything but', () => {
  test('everything is nothing', async () =>
    expect(await told("Effect: Allow, NotAction: '*', Resource: '*'")).toEqual([]));
  test('one service is a lot', async () =>
    expect(await told("Effect: Allow, NotAction: 'iam:*', Resource: '*'")).toEqual(['wildcard-action medium']));
});

describe('what a function may do to other roles of its stack', () => {
  test.each([
    ['change a stronger one', ['Effect: Allow, Action: iam:PutRolePolicy, Resource: !GetAtt Strong.Arn'], true],
    ['change a weak one', ['Effect: Allow, Action: iam:PutRolePolicy, Resource: !GetAtt Weak.Arn'], false],
    [
      'hand on a stronger one',
      [
        'Effect: Allow, Action: iam:PassRole, Resource: !GetAtt Strong.Arn',
        "Effect: Allow, Action: ['lambda:CreateFunction', 'lambda:InvokeFunction'], Resource: 'arn:aws:lambda:eu-west-1:111111111111:function:x'",
      ],
      true,
    ],
    ['hand on a stronger one to nothing', ['Effect: Allow, Action: iam:PassRole, Resource: !GetAtt Strong.Arn'], false],
    [
      'try to assume one that trusts Lambda',
      ['Effect: Allow, Action: sts:AssumeRole, Resource: !GetAtt Strong.Arn'],
      false,
    ],
    ['try to assume a function', ['Effect: Allow, Action: sts:AssumeRole, Resource: !GetAtt Fn.Arn'], false],
  ])('%s', async (_, statements, escalates) => {
    const isTold = (await told(...statements)).some((one) => one.startsWith('privilege-escalation-grant'));
    expect(isTold).toBe(escalates);
  });
});

test('reading configuration is a low concern', async () => {
  const actions = "['appconfig:StartConfigurationSession', 'appconfig:GetLatestConfiguration']";
  expect(await told(`Effect: Allow, Action: ${actions}, Resource: '*'`)).toEqual(['wildcard-resource low']);
});

test('listing and describing is a low concern, listing what is stored is not', async () => {
  const grant = (actions: string) => told(`Effect: Allow, Action: ${actions}, Resource: '*'`);
  expect(await grant("['eks:DescribeCluster', 'eks:ListNodegroups']")).toEqual(['wildcard-resource low']);
  expect(await grant("'s3:ListBucket'")).toEqual(['wildcard-resource medium']);
});

test('a policy that bounds permissions grants none', async () => {
  const policy = (bound: string) => `Resources:
  Limit:
    Type: AWS::IAM::ManagedPolicy
    Properties: { PolicyDocument: { Statement: [{ Effect: Allow, Action: '*', Resource: '*' }] } }
${role('Own', bound)}`;
  const policies = async (text: string) =>
    (await scanFiles(new Map([['template.yaml', text]]))).findings.map((finding) => finding.policy);
  expect(await policies(policy('      PermissionsBoundary: !Ref Limit\n'))).not.toContain('admin-grant');
  expect(await policies(policy(''))).toContain('admin-grant');
});

describe('a grant that the code does not use', () => {
  const code = `import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
export const handler = async () => client.send(new ScanCommand({ TableName: 'orders' }));`;
  const template = (actions: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      CodeUri: src
      Policies:
        - Statement: { Effect: Allow, Action: [${actions}], Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders' }
`;

  test.each([
    ['to read in another way what is read anyway', 'dynamodb:Scan, dynamodb:Query', 'low'],
    ['to change what is only read', 'dynamodb:Scan, dynamodb:PutItem', 'medium'],
    ['to do many times what is done once', 'dynamodb:Scan, dynamodb:BatchGetItem', 'low'],
    ['to ask who one is', 'dynamodb:Scan, sts:GetCallerIdentity', 'low'],
  ])('%s', async (_, actions, severity) => {
    const { findings } = await scanFiles(
      new Map([
        ['template.yaml', template(actions)],
        ['src/app.mjs', code],
      ]),
    );
    expect(findings.filter(({ policy }) => policy === 'unused-grant')).toMatchObject([{ severity }]);
  });
});
