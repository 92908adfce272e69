import { beforeAll, expect, test } from '@jest/globals';
import policy from '../../../src/policies/broken-authentication/cors-too-wide/policy.js';
import { prepareFrameworks } from '../../../src/stacks/read.js';
import { inspectedBy } from '../../support/inspected.js';
import { mended } from '../../support/mended.js';

beforeAll(prepareFrameworks);

const code = `const headers = (event) => ({
  'Access-Control-Allow-Origin': event.headers.origin,
  'Access-Control-Allow-Credentials': true,
});
exports.handler = async (event) => {
  if (event.body === null) return { statusCode: 400, headers: headers(event), body: '' };
  return { statusCode: 200, headers: headers(event), body: '{}' };
};
`;

/** A function that answers browsers, behind an API with these properties, or under an address of its own. */
const template = (more: string, own = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
${more}
  Account:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: app.handler
      Runtime: nodejs24.x
${own}`;
const route = (api: string) => `      Events:
        Get: { Type: ${api}, Properties: { Path: /account, Method: get${api === 'HttpApi' ? ', ApiId: !Ref Web' : ''} } }
`;
const web = (cors: string) => `  Web: { Type: AWS::Serverless::HttpApi, Properties: { StageName: live${cors} } }`;
const address = (cors: string) => `      FunctionUrlConfig: { AuthType: NONE${cors} }
`;
const listed = `['https://app.example.com']`;

const told = async (text: string) =>
  (await inspectedBy(policy, { 'template.yaml': text, 'src/app.js': code })).map((line) => line.split(' ')[0]);

test.each([
  ['an HTTP API without CORS', template(web(''), route('HttpApi')), ['high']],
  ['a REST API', template('', route('Api')), ['high']],
  ['an address of its own', template('', address('')), ['high']],
  [
    'an HTTP API whose CORS has the last word',
    template(web(`, CorsConfiguration: { AllowOrigins: ${listed} }`), route('HttpApi')),
    [],
  ],
  ['an address whose CORS has the last word', template('', address(`, Cors: { AllowOrigins: ${listed} }`)), []],
  [
    'one way in without CORS',
    template(web(`, CorsConfiguration: { AllowOrigins: ${listed} }`), route('HttpApi') + address('')),
    ['high'],
  ],
])('once for a handler that answers twice, behind %s', async (_, text, severities) =>
  expect(await told(text)).toEqual(severities),
);

const express = (options: string) => `const cors = require('cors');
const app = require('express')();
app.use(cors(${options}));
app.get('/orders', (req, res) => res.json({}));
exports.handler = require('serverless-http')(app);
`;

test.each([
  ['{ origin: true, credentials: true }', '{ origin: true, credentials: false }'],
  [
    '{ credentials: true, origin: (origin, done) => done(null, true) }',
    '{ credentials: false, origin: (origin, done) => done(null, true) }',
  ],
])('%s no longer lets cookies in', async (before, after) =>
  expect(await mended('src/app.js', express(before))).toBe(express(after)),
);

test('options that stand elsewhere are left alone', async () => {
  const text = express('options').replace('app.use', 'const options = { origin: true, credentials: true };\napp.use');
  expect(await mended('src/app.js', text)).toBeUndefined();
});
