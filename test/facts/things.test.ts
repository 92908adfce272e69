import { beforeAll, expect, test } from '@jest/globals';
import { deriveFacts } from '../../src/facts/stack.js';
import { thingsOf } from '../../src/facts/things.js';
import type { Thing } from '../../src/model/thing.js';
import { holdFiles } from '../../src/stacks/files.js';
import { prepareFrameworks, readStacks } from '../../src/stacks/read.js';
import { entriesOf } from '../../src/stacks/relevance.js';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  OrdersApi: { Type: AWS::Serverless::HttpApi }
  OrdersTable: { Type: AWS::DynamoDB::Table, Properties: { BillingMode: PAY_PER_REQUEST } }
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      Role: !GetAtt OrdersRole.Arn
      FunctionUrlConfig: { AuthType: NONE }
      Events:
        List: { Type: HttpApi, Properties: { ApiId: !Ref OrdersApi, Path: /orders, Method: get } }
        Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
  First:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.handler, Runtime: nodejs24.x, Role: !GetAtt SharedRole.Arn }
  Second:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.handler, Runtime: nodejs24.x, Role: !GetAtt SharedRole.Arn }
  OrdersRole: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {} } }
  SharedRole: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {} } }
`;

let thingOf: (id: string) => Thing;
let ids: (kind: string) => readonly string[];

beforeAll(async () => {
  await prepareFrameworks();
  const texts = new Map([['template.yaml', template]]);
  const held = holdFiles([...texts.keys()]);
  held.add(texts, [...texts.keys()]);
  const { stacks } = await readStacks(entriesOf([...texts.keys()]), held, async () => texts);
  const [read] = stacks;
  if (read === undefined) throw new Error('The template is no stack.');
  const stack = deriveFacts(read.model);
  thingOf = thingsOf(stack, stack.resource);
  const parts = [...stack.routes, ...stack.urls, ...stack.triggers];
  ids = (kind) => parts.filter((one) => one.kind === kind).map(({ id }) => id);
});

test('a part is told as the thing it belongs to', () => {
  const named = (kind: string) => ids(kind).map((id) => thingOf(id).id);
  expect([named('route'), named('url'), named('trigger')]).toEqual([['OrdersApi'], ['Orders'], ['Orders']]);
});

test.each<[string, string, Thing]>([
  ['an API', 'OrdersApi', { kind: 'api', id: 'OrdersApi', behind: [] }],
  ['a function, behind its APIs', 'Orders', { kind: 'function', id: 'Orders', behind: ['OrdersApi'] }],
  ['a role of one function is the function', 'OrdersRole', { kind: 'function', id: 'Orders', behind: ['OrdersApi'] }],
  ['a role of several functions', 'SharedRole', { kind: 'role', id: 'SharedRole', behind: [] }],
  ['a store', 'OrdersTable', { kind: 'store', id: 'OrdersTable', behind: [] }],
  ['what nothing declares', 'gone', { kind: 'other', id: 'gone', behind: [] }],
])('%s', (_, id, expected) => expect(thingOf(id)).toEqual(expected));
