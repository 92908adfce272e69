import { expect, test } from '@jest/globals';
import { modelOf } from './modelling.js';

const many = 1_500;
const times = (line: (index: number) => string): string => Array.from({ length: many }, (_, n) => line(n)).join('\n');

test.each([
  [
    'functions with log groups',
    times(
      (n) =>
        `F${n}: { Type: AWS::Serverless::Function }\nG${n}: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: !Sub '/aws/lambda/\${F${n}}' } }`,
    ),
  ],
  [
    'functions with connectors',
    times(
      (n) =>
        `F${n}: { Type: AWS::Serverless::Function }\nC${n}: { Type: AWS::Serverless::Connector, Properties: { Source: { Id: F${n} }, Destination: { Id: T }, Permissions: [Read] } }`,
    ),
  ],
  [
    'topics with subscriptions',
    times(
      (n) =>
        `T${n}: { Type: AWS::SNS::Topic }\nS${n}: { Type: AWS::SNS::Subscription, Properties: { TopicArn: !Ref T${n}, Endpoint: x } }`,
    ),
  ],
  [
    'roles with policies',
    times(
      (n) =>
        `R${n}: { Type: AWS::IAM::Role }\nP${n}: { Type: AWS::IAM::Policy, Properties: { Roles: [!Ref R${n}], PolicyDocument: { Statement: [] } } }`,
    ),
  ],
])('%s by the thousand are all read', (_, text) => {
  const model = modelOf(text);
  expect(model.functions.length + model.stores.length + model.roles.length).toBeGreaterThanOrEqual(many);
});
