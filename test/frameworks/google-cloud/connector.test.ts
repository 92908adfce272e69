import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import { googleServices } from '../../../src/frameworks/google-cloud/google-services.js';
import type { Setting } from '../../../src/model/setting.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

function said(setting: Setting<unknown, never> | undefined): unknown {
  return setting?.kind === 'known' ? setting.value : setting?.kind;
}

function modelOf(...documents: readonly string[]) {
  const stack = parsedStack(
    googleServices,
    'gcp/*.yaml',
    heldFiles(new Map([['gcp/all.yaml', documents.join('---\n')]])),
  );
  if (stack === undefined) throw new Error('Not a stack.');
  return deriveFacts(stack.model);
}

const object = (
  group: string,
  kind: string,
  name: string,
  spec = '',
) => `apiVersion: ${group}.cnrm.cloud.google.com/v1beta1
kind: ${kind}
metadata: { name: ${name} }
spec: { ${spec} }
`;
const run = (spec = '') => object('run', 'RunService', 'orders', spec);
const account = 'template: { serviceAccountRef: { name: orders } }';
const bind = (spec: string, kind = 'IAMPolicyMember') => object('iam', kind, `b${spec.length}`, spec);
const project = 'resourceRef: { kind: Project, external: projects/p }';
const service = 'resourceRef: { kind: RunService, name: orders }';

describe('who may call a service', () => {
  test.each([
    ['unknown without a binding', [], 'unknown'],
    ['everyone', [bind(`${service}, role: roles/run.invoker, member: allUsers`)], { kind: 'none' }],
    ['one account', [bind(`${service}, role: roles/run.invoker, member: "user:a@b.c"`)], { kind: 'iam' }],
    ['another role says nothing', [bind(`${service}, role: roles/run.viewer, member: allUsers`)], 'unknown'],
    [
      'another service says nothing',
      [bind('resourceRef: { kind: RunService, name: x }, role: roles/run.invoker, member: allUsers')],
      'unknown',
    ],
    [
      'everyone, in a list',
      [
        bind(
          `${service}, bindings: [{ role: roles/run.invoker, members: [{ member: allUsers }] }]`,
          'IAMPartialPolicy',
        ),
      ],
      { kind: 'none' },
    ],
    [
      'everyone, in a policy',
      [bind(`${service}, bindings: [{ role: roles/run.invoker, members: ["user:a@b.c", allUsers] }]`, 'IAMPolicy')],
      { kind: 'none' },
    ],
    ['whoever is filled in', [bind(`${service}, role: roles/run.invoker, member: [a, b]`)], 'unknown'],
  ])('%s', (_, bindings, expected) => expect(said(modelOf(run(), ...bindings).routes[0]?.auth)).toEqual(expected));
});

describe('the power of a service account', () => {
  test.each([
    [
      'by a reference',
      bind(`${project}, role: roles/editor, memberFrom: { serviceAccountRef: { name: orders } }`),
      'admin',
    ],
    [
      'by its address',
      bind(`${project}, role: roles/owner, member: "serviceAccount:orders@p.iam.gserviceaccount.com"`),
      'admin',
    ],
    [
      'in a list',
      bind(
        `${project}, bindings: [{ role: roles/owner, members: [{ memberFrom: { serviceAccountRef: { name: orders } } }] }]`,
        'IAMPartialPolicy',
      ),
      'admin',
    ],
    [
      'of another account',
      bind(`${project}, role: roles/owner, memberFrom: { serviceAccountRef: { name: x } }`),
      'unknown',
    ],
    [
      'on a condition',
      bind(`${project}, role: roles/owner, condition: {}, memberFrom: { serviceAccountRef: { name: orders } }`),
      'unknown',
    ],
    [
      'until a time',
      bind(
        `${project}, role: roles/owner, condition: { expression: "request.time < timestamp('2027-01-01T00:00:00Z')" }, memberFrom: { serviceAccountRef: { name: orders } }`,
      ),
      'admin',
    ],
    [
      'on one thing',
      bind(`${service}, role: roles/owner, memberFrom: { serviceAccountRef: { name: orders } }`),
      'unknown',
    ],
  ])('%s', (_, binding, power) => {
    const stack = modelOf(run(account), object('iam', 'IAMServiceAccount', 'orders'), binding);
    expect(stack.functions.map(stack.power)).toEqual([power]);
  });

  test('holds for services in the form of Knative too', () => {
    const served = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec: { template: { spec: { serviceAccountName: orders@p.iam.gserviceaccount.com, containers: [{ image: a }] } } }
`;
    const stack = modelOf(
      served,
      bind(`${project}, role: roles/editor, memberFrom: { serviceAccountRef: { name: orders } }`),
    );
    expect(stack.functions.map(stack.power)).toEqual(['admin']);
  });
});

describe('buckets', () => {
  const bucket = (spec = '') => object('storage', 'StorageBucket', 'files', spec);
  const on = 'resourceRef: { kind: StorageBucket, name: files }';
  test.each([
    ['nobody', '', 'absent'],
    ['readers', bind(`${on}, role: roles/storage.objectViewer, member: allUsers`), 'read'],
    ['writers', bind(`${on}, role: roles/storage.objectAdmin, member: allAuthenticatedUsers`), 'write'],
    [
      'an entry of its list',
      object(
        'storage',
        'StorageBucketAccessControl',
        'x',
        'bucketRef: { name: files }, entity: allUsers, role: READER',
      ),
      'read',
    ],
    [
      'an entry of another list',
      object('storage', 'StorageBucketAccessControl', 'x', 'bucketRef: { name: y }, entity: allUsers, role: READER'),
      'absent',
    ],
  ])('are open to %s', (_, more, expected) => {
    const [store] = modelOf(run(), bucket(), more === '' ? bucket() : more).stores;
    expect(said(store?.publicAccess?.acl)).toBe(expected);
  });

  test('say whether they may be opened at all', () => {
    const [store] = modelOf(run(), bucket('publicAccessPrevention: enforced')).stores;
    expect(said(store?.publicAccess?.blocked)).toBe(true);
  });
});

test.each([
  ['a service of the manifests is judged by its route', 'orders', []],
  ['a service elsewhere', 'x', ['function']],
])('everyone may call %s', (_, name, kinds) => {
  const everyone = bind(`resourceRef: { kind: RunService, name: ${name} }, role: roles/run.invoker, member: allUsers`);
  expect(modelOf(run(), everyone).resourcePolicies.map(({ targetKind }) => targetKind)).toEqual(kinds);
});

test('a subscription that pushes to the address of a service starts it', () => {
  const subscription = object(
    'pubsub',
    'PubSubSubscription',
    'push',
    'topicRef: { name: t }, pushConfig: { pushEndpoint: "https://orders-1234567890.europe-west1.run.app/x" }',
  );
  const { triggers, stores } = modelOf(run(), object('pubsub', 'PubSubTopic', 't'), subscription);
  expect(triggers.map(({ source, function: starts }) => [source, starts])).toEqual([
    ['pubsubsubscription/push', 'orders'],
  ]);
  expect(stores.find(({ store }) => store === 'topic')?.leadsTo).toEqual(['pubsubsubscription/push']);
});

test.each([
  ['rights without anything that runs', bind(`${project}, role: roles/owner, member: allUsers`)],
  ['a group that only looks alike', run().replace('run.cnrm', 'run.x.cnrm')],
])('%s is no stack', (_, text) => {
  expect(parsedStack(googleServices, 'gcp/*.yaml', heldFiles(new Map([['gcp/all.yaml', text]])))).toBeUndefined();
});

test.each([
  ['specifications are lists', run('template: []')],
  ['references are texts', run('template: { serviceAccountRef: orders }')],
  [
    'members are maps of nothing',
    run() +
      '---\n' +
      bind(`${service}, bindings: [{ role: roles/run.invoker, members: [{}, null, []] }, 5]`, 'IAMPolicy'),
  ],
])('nothing is said where %s', (_, text) => {
  const model = modelOf(text);
  expect(model.routes.map(({ auth }) => auth.kind)).toEqual(['unknown']);
});
