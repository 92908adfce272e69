import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../src/languages/python/parse.js';
import policy from '../../src/policies/broken-authentication/unsigned-webhook/policy.js';
import { inspectedBy } from '../support/inspected.js';

beforeAll(preparePython);

const template = (path: string, runtime = 'nodejs22.x') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Payments:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: app.handler
      Runtime: ${runtime}
      Events: { Payments: { Type: HttpApi, Properties: { Path: ${path}, Method: post } } }
`;
const stripe = (body: string) => `import Stripe from 'stripe';
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY);
export const handler = async (event) => {
  ${body}
  if (paid.type === 'checkout.session.completed') await ship(paid.data.object.id);
  return { statusCode: 200 };
};
`;
const slack = (body: string) => `import crypto from 'node:crypto';
export const handler = async (event) => {
  const sent = event.headers['x-slack-request-timestamp'];
  ${body}
  const made = crypto.createHmac('sha256', process.env.SLACK).update('v0:' + sent + ':' + event.body).digest('hex');
  if (!crypto.timingSafeEqual(Buffer.from(made), Buffer.from(event.headers['x-slack-signature']))) return { statusCode: 401 };
  return { statusCode: 200, body: JSON.parse(event.body).challenge };
};
`;

test.each([
  [
    'events of Stripe that are only parsed',
    '/payments',
    stripe('const paid = JSON.parse(event.body);'),
    ['high Payments takes events of Stripe by POST /payments, and nothing in its code checks a signature.'],
  ],
  [
    'events of Stripe that the library verifies',
    '/payments',
    stripe(
      "const paid = stripe.webhooks.constructEvent(event.body, event.headers['stripe-signature'], process.env.KEY);",
    ),
    [],
  ],
  [
    'events of Stripe that it is asked for',
    '/payments',
    stripe('const paid = await stripe.events.retrieve(JSON.parse(event.body).id);'),
    [],
  ],
  [
    'what pays by Stripe and takes no events',
    '/payments',
    `import Stripe from 'stripe'; const stripe = new Stripe('k'); export const handler = async (event) => { const { id } = JSON.parse(event.body); return stripe.checkout.sessions.create({ client_reference_id: id }); };`,
    [],
  ],
  [
    'a webhook of somebody',
    '/webhook',
    'export const handler = async (event) => { await keep(JSON.parse(event.body)); };',
    ['high Payments takes POST /webhook, and nothing in its code checks a signature.'],
  ],
  [
    'a webhook that is told by a shared token',
    '/webhook',
    "export const handler = async (event) => { if (event.headers['x-token'] !== process.env.SHARED) return; await keep(JSON.parse(event.body)); };",
    [],
  ],
  [
    'events that certain addresses send',
    '/payments',
    stripe(
      'const paid = JSON.parse(event.body); if (!known.includes(event.requestContext.http.sourceIp)) return { statusCode: 403 };',
    ),
    ['medium Payments takes events of Stripe by POST /payments, and nothing in its code checks a signature.'],
  ],
  [
    'a signature of any age',
    '/slack',
    slack(''),
    [
      'low Payments takes events of Slack by POST /slack, and checks the signature but not when it was made, so that a request can be sent again.',
    ],
  ],
  [
    'a signature of the last minutes',
    '/slack',
    slack('if (Math.abs(Date.now() / 1000 - Number(sent)) > 300) return { statusCode: 401 };'),
    [],
  ],
])('%s', async (_, path, code, expected) =>
  expect(await inspectedBy(policy, { 'template.yaml': template(path), 'src/app.js': code })).toEqual(expected),
);

test.each([
  [
    'messages of Twilio in Python',
    'import json\nfrom urllib.parse import parse_qs\ndef handler(event, context):\n    form = parse_qs(event["body"])\n    reply(form["MessageSid"][0], form["Body"][0])\n    return {"statusCode": 200}\n',
    ['high Payments takes events of Twilio by POST /sms, and nothing in its code checks a signature.'],
  ],
  [
    'messages of Twilio that are verified in Python',
    'from twilio.request_validator import RequestValidator\nfrom urllib.parse import parse_qs\ndef handler(event, context):\n    form = parse_qs(event["body"])\n    if not RequestValidator("k").validate("https://a.example", form, event["headers"]["X-Twilio-Signature"]):\n        return {"statusCode": 403}\n    reply(form["MessageSid"][0])\n    return {"statusCode": 200}\n',
    [],
  ],
])('%s', async (_, code, expected) =>
  expect(await inspectedBy(policy, { 'template.yaml': template('/sms', 'python3.13'), 'src/app.py': code })).toEqual(
    expected,
  ),
);
