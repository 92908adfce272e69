import { expect, test } from '@jest/globals';
import { knative } from '../../../src/frameworks/knative/knative.js';
import { known } from '../../../src/model/setting.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

function modelOf(...documents: readonly string[]) {
  const stack = parsedStack(knative, 'k8s/*.yaml', heldFiles(new Map([['k8s/all.yaml', documents.join('---\n')]])));
  if (stack === undefined) throw new Error('Not a stack.');
  return stack.model;
}

const broker = `apiVersion: eventing.knative.dev/v1
kind: Broker
metadata: { name: orders, namespace: shop }
`;
const service = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: f, namespace: shop }
spec: { template: { spec: { containers: [{ image: a/b:1 }] } } }
`;
const trigger = `apiVersion: eventing.knative.dev/v1
kind: Trigger
metadata: { name: t, namespace: shop }
spec: { broker: orders, subscriber: { ref: { kind: Service, name: f } } }
`;
const mapping = `apiVersion: serving.knative.dev/v1beta1
kind: DomainMapping
metadata: { name: orders.example.com, namespace: shop }
spec: { ref: { kind: Broker, name: orders, apiVersion: eventing.knative.dev/v1 } }
`;
const ingress = (path: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: events, namespace: knative-eventing }
spec: { rules: [{ http: { paths: [{ path: ${path}, backend: { service: { name: broker-ingress } } }] } }] }
`;
const httpRoute = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: events, namespace: knative-eventing }
spec: { rules: [{ matches: [{ path: { value: /shop/orders } }], backendRefs: [{ name: kafka-broker-ingress }] }] }
`;
const policy = (to: string) => `apiVersion: eventing.knative.dev/v1alpha1
kind: EventPolicy
metadata: { name: p, namespace: shop }
spec: { ${to}from: [{ sub: 'system:serviceaccount:shop:a' }] }
`;
const toOrders = policy('to: [{ ref: { kind: Broker, name: orders } }], ');
const features = (settings: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: config-features, namespace: knative-eventing }
data: { ${settings} }
`;
const on = features('authentication-oidc: Enabled');

test.each([
  ['a name of its own', mapping, ['/ -> f']],
  ['a path of an ingress', ingress('/shop/orders'), ['/shop/orders -> f']],
  ['an ingress to all brokers', ingress('/'), ['/ -> f']],
  ['an ingress to another broker', ingress('/shop/bills'), ['/shop/bills -> nothing']],
  ['a route of the gateway', httpRoute, ['/shop/orders -> f']],
])('%s starts what the triggers start', (_, front, expected) => {
  const { routes } = modelOf(broker, service, trigger, front);
  const outside = routes.filter(({ method }) => method === 'POST');
  expect(outside.map((route) => `${route.path} -> ${route.function ?? 'nothing'}`.replace('service/', ''))).toEqual(
    expected,
  );
});

test.each([
  ['nothing', [], 'none'],
  ['a policy, where features are set elsewhere', [toOrders], undefined],
  ['a policy that is enforced', [toOrders, on], 'jwt'],
  ['a policy for the whole namespace', [policy(''), on], 'jwt'],
  ['a policy that nothing enforces', [toOrders, features('kubernetes.podspec-dryrun: enabled')], 'none'],
  [
    'a policy about another broker, and its mode',
    [policy('to: [{ ref: { kind: Broker, name: bills } }], '), on],
    'jwt',
  ],
  [
    'the mode that lets everything in',
    [features('authentication-oidc: enabled, default-authorization-mode: allow-all')],
    'none',
  ],
])('of senders asks %s: %s', (_, documents, expected) => {
  const { routes } = modelOf(broker, service, trigger, mapping, ...documents);
  const route = routes.find(({ method }) => method === 'POST');
  expect(route && known(route.auth)?.kind).toBe(expected);
});

test.each([
  ['a policy that nothing enforces', [toOrders, features('a: b')], ['event-policy absent']],
  [
    'a policy whose cluster authenticates nobody',
    [toOrders, features('authentication-oidc: disabled')],
    ['event-policy true'],
  ],
  ['a policy that is enforced', [toOrders, on], ['senders absent']],
  ['a policy alone', [toOrders], []],
  ['features alone', [features('a: b')], []],
])('%s is told', (_, documents, expected) => {
  const { maintenance = [] } = modelOf(broker, ...documents);
  const words = maintenance.map(({ access, open }) => `${access} ${open.kind === 'known' ? open.value : open.kind}`);
  expect(words).toEqual(expected);
});
