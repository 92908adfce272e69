import { describe, expect, test } from '@jest/globals';
import { changed, modelOf, modelOfTemplate, said, templateText, texts } from './modelling.js';

function roleOf(resources: string, id = 'Role') {
  const role = modelOf(resources).roles.find((found) => found.id === id);
  if (role === undefined) throw new Error('No role.');
  return role;
}

const role = (properties: string) => `
Table:
  Type: AWS::DynamoDB::Table
  Properties: { TableName: orders }
Role:
  Type: AWS::IAM::Role
  Properties:
${properties.replace(/^/gm, '    ')}
`;

const fn = (properties: string) => `
Table:
  Type: AWS::DynamoDB::Table
Fn:
  Type: AWS::Serverless::Function
  Properties:
${properties.replace(/^/gm, '    ')}
`;

test('what a parameter’s default says is a step less sure', () => {
  const parameters =
    'Parameters: { Policy: { Type: String, Default: AdministratorAccess }, What: { Default: s3:* } }\n';
  const policies = `
Policies:
  - !Ref Policy
  - AWSLambdaExecute
  - Statement: { Effect: Allow, Action: [!Ref What, 's3:GetObject'], Resource: '*' }
`;
  const [made] = modelOfTemplate(templateText(fn(policies.trim())) + parameters).roles;
  expect(made?.named.slice(0, 2).map(({ name, confidence }) => [name, confidence])).toEqual([
    ['AdministratorAccess', 'medium'],
    ['AWSLambdaExecute', undefined],
  ]);
  expect(made?.grants[0]?.actions.terms.map(({ confidence }) => confidence)).toEqual(['medium', undefined]);
});

describe('declared roles', () => {
  test('an inline statement: each action and resource is a term of its own', () => {
    const [grant] = roleOf(
      role(`
Policies:
  - PolicyName: p
    PolicyDocument:
      Statement:
        Effect: Allow
        Action: ['dynamodb:GetItem', 'dynamodb:*']
        Resource: [!GetAtt Table.Arn, !Sub '\${Table.Arn}/index/*']
        Condition: { StringEquals: { 'aws:SourceAccount': !Ref AWS::AccountId } }`),
    ).grants;
    expect(grant).toMatchObject({ id: 'statement-1', effect: 'allow', origin: 'statement', conditionsOpen: false });
    expect(grant && texts(grant.actions)).toEqual(['dynamodb:GetItem', 'dynamodb:*']);
    expect(grant && texts(grant.resources)).toEqual(['${Table.Arn}', '${Table.Arn}/index/*']);
    expect(grant?.resources.terms.map(({ to }) => to)).toEqual(['Table', 'Table']);
    expect(grant?.conditions[0]).toMatchObject({ key: 'aws:SourceAccount', values: [{ text: '${AWS::AccountId}' }] });
  });

  test.each([
    [
      'an ARN of any partition',
      "!Sub 'arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess'",
      'AdministratorAccess',
    ],
    ['an ARN of China', 'arn:aws-cn:iam::aws:policy/PowerUserAccess', 'PowerUserAccess'],
    [
      'an ARN with a path',
      'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
      'service-role/AWSLambdaBasicExecutionRole',
    ],
  ])('a managed policy by %s', (_, written, name) => {
    expect(roleOf(role(`ManagedPolicyArns: [${written}]`))).toMatchObject({ named: [{ name }], open: false });
  });

  test.each([
    ['a customer’s policy', 'ManagedPolicyArns: [arn:aws:iam::123456789012:policy/x]', true],
    ['an imported policy', 'ManagedPolicyArns: [!ImportValue x]', true],
    ['an imported document', 'Policies: [{ PolicyName: p, PolicyDocument: !ImportValue x }]', true],
    ['a whole document', 'Policies: [{ PolicyName: p, PolicyDocument: { Statement: [] } }]', false],
  ])('%s leaves rights open or not', (_, properties, open) => {
    expect(roleOf(role(properties)).open).toBe(open);
  });

  test('policies that are resources of their own count for the roles that they name', () => {
    const policy = `
Policy:
  Type: AWS::IAM::Policy
  Properties:
    Roles: [!Ref Role]
    PolicyDocument: { Statement: [{ Sid: Read, Effect: Allow, Action: 's3:*', Resource: '*' }] }
Shared:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument: { Statement: [{ Effect: Deny, Action: 'iam:*', Resource: '*' }] }
`;
    const { grants } = roleOf(role('ManagedPolicyArns: [!Ref Shared]') + policy);
    expect(grants.map(({ id, effect }) => [id, effect])).toEqual([
      ['statement-1', 'deny'],
      ['Read', 'allow'],
    ]);
  });

  test('branches of a condition are grants of their own', () => {
    const { grants, open } = roleOf(
      role(`
Policies:
  - PolicyName: p
    PolicyDocument:
      Statement:
        - Effect: Allow
          Action: !If [IsProd, 's3:GetObject', 's3:*']
          Resource: '*'
        - !If [IsProd, { Effect: Allow, Action: 'sqs:*', Resource: '*' }, !Ref AWS::NoValue]`),
    );
    expect(grants.map(({ actions, branch }) => [texts(actions), branch])).toEqual([
      [['s3:GetObject'], 'IsProd'],
      [['s3:*'], 'not IsProd'],
      [['sqs:*'], 'IsProd'],
    ]);
    expect(open).toBe(false);
  });

  test('all but some actions', () => {
    const [grant] = roleOf(
      role("Policies: [{ PolicyDocument: { Statement: [{ Effect: Allow, NotAction: 'iam:*', Resource: '*' }] } }]"),
    ).grants;
    expect([grant?.actions, grant?.notActions].map((terms) => terms && texts(terms))).toEqual([[], ['iam:*']]);
  });

  test('who may assume it, and its users', () => {
    const found = roleOf(
      `${role('AssumeRolePolicyDocument: { Statement: { Effect: Allow, Principal: { Service: lambda.amazonaws.com } } }')}
Fn:
  Type: AWS::Lambda::Function
  Properties: { Role: !GetAtt Role.Arn }
`,
    );
    expect(found.users).toEqual(['Fn']);
    expect(found.trust).toMatchObject([{ principals: [{ kind: 'service', term: { text: 'lambda.amazonaws.com' } }] }]);
  });

  test('a managed policy is attached by its ARN in any partition', () => {
    const text = role('RoleName: x');
    expect(changed(text, roleOf(text).attach('service-role/AWSLambdaBasicExecutionRole'))).toEqual([
      'ManagedPolicyArns:',
      "- !Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'",
    ]);
  });
});

describe('roles that SAM makes', () => {
  test('what SAM adds by itself', () => {
    const text = fn(`
Tracing: Active
VpcConfig: { SubnetIds: [a] }
Events: { Queue: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn } } }`);
    expect(roleOf(text, 'FnRole').named.map(({ name }) => name)).toEqual([
      'service-role/AWSLambdaBasicExecutionRole',
      'AWSXRayDaemonWriteAccess',
      'service-role/AWSLambdaVPCAccessExecutionRole',
      'service-role/AWSLambdaSQSQueueExecutionRole',
    ]);
  });

  test.each([
    ['a name', 'Policies: AmazonS3FullAccess', ['AmazonS3FullAccess']],
    ['a name without its path', 'Policies: [AWSLambdaRole]', ['service-role/AWSLambdaRole']],
    ['an ARN', 'Policies: [arn:aws:iam::aws:policy/AdministratorAccess]', ['AdministratorAccess']],
  ])('managed policies by %s', (_, properties, names) => {
    const { named, open } = roleOf(fn(properties), 'FnRole');
    expect([named.map(({ name }) => name).slice(0, -1), open]).toEqual([names, false]);
  });

  test('a policy template grants what it says on its parameter', () => {
    const [grant] = roleOf(fn('Policies: [{ DynamoDBReadPolicy: { TableName: !Ref Table } }]'), 'FnRole').grants;
    expect(grant).toMatchObject({
      id: 'DynamoDBReadPolicy:Table',
      origin: 'template',
      originName: 'DynamoDBReadPolicy',
    });
    expect(grant && texts(grant.actions)).toContain('dynamodb:GetItem');
    expect(grant?.resources.terms[1]).toMatchObject({
      text: 'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Table}/index/*',
      to: 'Table',
    });
  });

  test.each([
    ['a star', "'*'", true],
    ['a name with a star', 'orders-*', undefined],
    ['a table', '!Ref Table', undefined],
  ])('a policy template with %s for its table', (_, name, opened) => {
    const [grant] = roleOf(fn(`Policies: [{ DynamoDBReadPolicy: { TableName: ${name} } }]`), 'FnRole').grants;
    expect(grant?.opened).toBe(opened);
  });

  test('a star before the star of a template is one', () => {
    const [grant] = roleOf(fn("Policies: [{ LambdaInvokePolicy: { FunctionName: '*' } }]"), 'FnRole').grants;
    expect(grant?.resources.terms[0]?.text).toMatch(/:function:\*$/);
  });

  test('an unknown policy template leaves rights open', () => {
    expect(roleOf(fn('Policies: [{ NewPolicy: { X: y } }]'), 'FnRole').open).toBe(true);
  });

  test.each([
    [
      'embedded',
      `
Fn:
  Type: AWS::Serverless::Function
  Connectors: { ToTable: { Properties: { Destination: { Id: Table }, Permissions: [Write] } } }
  Properties: { Runtime: nodejs22.x }
Table: { Type: AWS::DynamoDB::Table }`,
    ],
    [
      'standing',
      `
Fn: { Type: AWS::Serverless::Function, Properties: { Runtime: nodejs22.x } }
Table: { Type: AWS::DynamoDB::Table }
Connector:
  Type: AWS::Serverless::Connector
  Properties: { Source: { Id: Fn }, Destination: { Id: Table }, Permissions: [Write] }`,
    ],
  ])('a connector, %s, grants on its destination', (_, text) => {
    const [grant] = roleOf(text, 'FnRole').grants;
    expect(grant).toMatchObject({ origin: 'connector', resources: { terms: [{ to: 'Table' }, { to: 'Table' }] } });
    expect(grant && texts(grant.actions)).toContain('dynamodb:PutItem');
  });

  test('a conditional role is made in one branch only', () => {
    const model = modelOf(fn('Role: !If [HasRole, !GetAtt Other.Arn, !Ref AWS::NoValue]'));
    expect(said(model.functions[0]?.role)).toEqual({ HasRole: 'unknown', 'not HasRole': 'FnRole' });
    expect(model.roles.map(({ id, users }) => [id, users])).toEqual([['FnRole', ['Fn']]]);
  });

  test('no role is made beside one that is written', () => {
    expect(modelOf(fn('Role: arn:aws:iam::123456789012:role/x')).roles).toEqual([]);
  });
});
