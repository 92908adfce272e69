import { describe, expect, test } from '@jest/globals';
import { changed, modelOf, said, write } from './modelling.js';

describe('a WebSocket API of SAM', () => {
  const socket = (more: string) => `
Api:
  Type: AWS::Serverless::WebSocketApi
  Properties:
    RouteSelectionExpression: $request.body.action
    ${more}
    Routes:
      $connect: { FunctionArn: !GetAtt Fn.Arn }
      send: { FunctionArn: !GetAtt Fn.Arn }
Fn: { Type: AWS::Serverless::Function }
Guard: { Type: AWS::Serverless::Function }
`;

  test.each([
    ['nothing', 'StageName: prod', { kind: 'none' }],
    ['no authentication', 'Auth: { AuthType: NONE }', { kind: 'none' }],
    ['signed requests', 'Auth: { AuthType: AWS_IAM }', { kind: 'iam' }],
    ['a function', 'Auth: { AuthType: CUSTOM, AuthArn: !GetAtt Guard.Arn }', { kind: 'lambda' }],
    ['what only the deployment knows', 'Auth: { AuthType: !ImportValue x }', 'unknown'],
  ])('asks those who connect for %s', (_, more, auth) => {
    const { apis, routes } = modelOf(socket(more));
    expect(apis).toMatchObject([{ id: 'Api', api: 'websocket' }]);
    expect(routes).toMatchObject([{ id: 'Api WS $connect', function: 'Fn' }, { id: 'Api WS send' }]);
    expect(said(routes[0]?.auth)).toEqual(auth);
  });

  test('can be told to ask for signed requests', () => {
    const text = socket('StageName: prod');
    const edits = write(modelOf(text).routes[0]?.auth, { kind: 'iam' });
    expect(changed(text, edits)).toEqual(['Auth:', 'AuthType: AWS_IAM']);
  });

  test('has an authorizer that is no handler', () => {
    const { functions } = modelOf(socket('Auth: { AuthType: CUSTOM, AuthArn: !GetAtt Guard.Arn }'));
    expect(functions.map(({ purpose }) => purpose)).toEqual(['handler', 'authorizer']);
  });
});
