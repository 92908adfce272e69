import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import { knative } from '../../../src/frameworks/knative/knative.js';
import { loopsOf } from '../../../src/policies/budget-exhaustion/trigger-loop/loops.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

function modelOf(...documents: readonly string[]) {
  const stack = parsedStack(knative, 'k8s/*.yaml', heldFiles(new Map([['k8s/all.yaml', documents.join('---\n')]])));
  if (stack === undefined) throw new Error('Not a stack.');
  return stack.model;
}

function loops(...documents: readonly string[]): readonly string[] {
  const stack = deriveFacts(modelOf(...documents));
  return loopsOf(stack).map(({ way }) => [way[0]?.from ?? '', ...way.map(({ to }) => to)].join(' '));
}

const service = (name: string, env = '[]') => `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: ${name} }
spec: { template: { spec: { containers: [{ image: a/b:1, env: ${env} }] } } }
`;
const holder = (
  kind: string,
  name: string,
) => `apiVersion: ${kind === 'Broker' ? 'eventing' : 'messaging'}.knative.dev/v1
kind: ${kind}
metadata: { name: ${name} }
`;
const to = (kind: string, name: string) => `{ ref: { kind: ${kind}, name: ${name} } }`;
const subscription = (channel: string, starts: string, more = '') => `apiVersion: messaging.knative.dev/v1
kind: Subscription
metadata: { name: ${channel}-${starts} }
spec: { channel: { kind: Channel, name: ${channel} }, subscriber: ${to('Service', starts)}${more} }
`;
const trigger = (subscriber: string, more = '') => `apiVersion: eventing.knative.dev/v1
kind: Trigger
metadata: { name: t }
spec: { broker: shop, subscriber: ${subscriber}${more} }
`;
const filter = ', filter: { attributes: { type: a } }';
const [a, b, shop] = [holder('Channel', 'a'), holder('Channel', 'b'), holder('Broker', 'shop')];
const reply = (name: string) => `, reply: ${to('Channel', name)}`;

describe('loops of answers', () => {
  test.each([
    ['to the same channel', [a, service('f'), subscription('a', 'f', reply('a'))], ['f channel/a f']],
    ['to another channel', [a, b, service('f'), subscription('a', 'f', reply('b'))], []],
    ['to a channel elsewhere', [a, service('f'), subscription('a', 'f', reply('c'))], []],
    [
      'by way of two workloads',
      [a, b, service('f'), service('g'), subscription('a', 'f', reply('b')), subscription('b', 'g', reply('a'))],
      ['f channel/b g channel/a f'],
    ],
    [
      'that only one of its subscriptions gives',
      [a, b, service('f'), subscription('a', 'f', reply('b')), subscription('b', 'f')],
      [],
    ],
  ])('%s', (_, documents, expected) => expect(loops(...documents)).toEqual(expected));
});

describe('loops of a broker', () => {
  const ingress = 'http://broker-ingress.knative-eventing.svc.cluster.local/shop/shop';
  const sending = service('f', `[{ name: K_SINK, value: "${ingress}" }]`);
  const bound = `apiVersion: sources.knative.dev/v1
kind: SinkBinding
metadata: { name: f }
spec: { subject: { apiVersion: serving.knative.dev/v1, kind: Service, name: f }, sink: ${to('Broker', 'shop')} }
`;
  const refused = `, delivery: { deadLetterSink: ${to('Broker', 'shop')} }`;
  const sequence = `apiVersion: flows.knative.dev/v1
kind: Sequence
metadata: { name: s }
spec: { steps: [${to('Service', 'f')}, ${to('Service', 'g')}], reply: ${to('Broker', 'shop')} }
`;
  const started = to('Service', 'f');

  test.each([
    ['it is sent to by its address', [shop, sending, trigger(started)], ['f broker/shop f']],
    ['only some types come back', [shop, sending, trigger(started, filter)], []],
    ['it is sent to by a binding', [shop, service('f'), bound, trigger(started)], ['f broker/shop f']],
    [
      'what is refused comes back, whatever its type',
      [shop, service('f'), trigger(started, filter + refused)],
      ['f broker/shop f'],
    ],
    [
      'a sequence answers to it',
      [shop, service('f'), service('g'), sequence, trigger(to('Sequence', 's'))],
      ['g broker/shop sequence/s g'],
    ],
    [
      'a sequence gets some types',
      [shop, service('f'), service('g'), sequence, trigger(to('Sequence', 's'), filter)],
      [],
    ],
    ['nothing is sent', [shop, service('f'), trigger(started)], []],
  ])('%s', (_, documents, expected) => expect(loops(...documents)).toEqual(expected));
});

test('a parallel starts its branches, which answer where they or it say', () => {
  const parallel = `apiVersion: flows.knative.dev/v1
kind: Parallel
metadata: { name: p }
spec:
  branches:
    - { subscriber: ${to('Service', 'f')}, reply: ${to('Channel', 'a')} }
    - { subscriber: ${to('Service', 'g')} }
    - nonsense
  reply: ${to('Channel', 'b')}
`;
  const { triggers } = modelOf(a, b, service('f'), service('g'), parallel);
  expect(triggers.map(({ source, function: starts, answersTo }) => [source, starts, answersTo?.id])).toEqual([
    ['parallel/p', 'f', 'channel/a'],
    ['parallel/p', 'g', 'channel/b'],
  ]);
});

test.each([
  ['steps are a text', 'steps: nonsense'],
  ['steps are nothing', 'steps:'],
  ['steps name nothing', 'steps: [{ ref: {} }, {}]'],
  ['it answers to nothing', 'reply: { ref: 5 }'],
])('a flow whose %s is read without harm', (_, spec) => {
  const flow = `apiVersion: flows.knative.dev/v1\nkind: Sequence\nmetadata: { name: s }\nspec: { ${spec} }\n`;
  expect(modelOf(service('f'), flow).triggers).toEqual([]);
});

describe('who may call', () => {
  const policy = (spec: string, namespace = '') => `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: p${namespace} }
spec: { ${spec} }
`;
  const tokens = 'rules: [{ from: [{ source: { requestPrincipals: ["*"] } }] }]';
  test.each([
    ['everyone without a policy', [], 'none'],
    ['holders of tokens', [policy(tokens)], 'jwt'],
    [
      'holders of tokens, of this service',
      [policy(`selector: { matchLabels: { serving.knative.dev/service: f } }, ${tokens}`)],
      'jwt',
    ],
    ['unknown: of another service', [policy(`selector: { matchLabels: { app: g } }, ${tokens}`)], 'unknown'],
    ['unknown: of another namespace', [policy(tokens, ', namespace: x')], 'unknown'],
    [
      'unknown: some rule wants none',
      [policy('rules: [{ from: [{ source: { requestPrincipals: ["*"] } }] }, {}]')],
      'unknown',
    ],
    [
      'nobody without a token',
      [policy('action: DENY, rules: [{ from: [{ source: { notRequestPrincipals: ["*"] } }] }]')],
      'jwt',
    ],
    [
      'unknown: denied for one path',
      [policy('action: DENY, rules: [{ from: [{ source: { notRequestPrincipals: ["*"] } }], to: [{}] }]')],
      'unknown',
    ],
  ])('%s', (_, policies, expected) => {
    const auth = modelOf(service('f'), ...policies).routes[0]?.auth;
    expect(auth?.kind === 'known' ? auth.value.kind : auth?.kind).toBe(expected);
  });
});

test('a template of Helm’s is said, and leaves the rest open', () => {
  const template =
    'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  {{- if .Values.a }}\n  name: x\n  {{- end }}\n';
  const files = new Map([
    ['k8s/a.yaml', template],
    ['k8s/b.yaml', service('f')],
  ]);
  const stack = parsedStack(knative, 'k8s/*.yaml', heldFiles(files));
  expect(stack?.notices.map(({ path, kind }) => [path, kind])).toEqual([['k8s/a.yaml', 'unread']]);
  expect(stack?.model.functions.map(({ id }) => id)).toEqual(['f']);
  expect(stack?.model.open).toBe(true);
});
