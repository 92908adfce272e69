import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import { applyEdits } from '../../../src/findings/edits.js';
import { googleServices } from '../../../src/frameworks/google-cloud/google-services.js';
import { knative } from '../../../src/frameworks/knative/knative.js';
import type { Model } from '../../../src/model/model.js';
import type { Setting } from '../../../src/model/setting.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

function read(files: Readonly<Record<string, string>>, entry = 'k8s/*.yaml') {
  return parsedStack(knative, entry, heldFiles(new Map(Object.entries(files))));
}

function modelOf(text: string): Model {
  const stack = read({ 'k8s/service.yaml': text });
  if (stack === undefined) throw new Error('Not a stack.');
  return stack.model;
}

function said<T>(setting: Setting<T, never> | undefined): unknown {
  return setting?.kind === 'known' ? setting.value : setting?.kind;
}

function service(spec: { readonly labels?: string; readonly annotations?: string; readonly pod?: string }): string {
  const { labels = '{}', annotations = '{}', pod = '' } = spec;
  return `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: orders
  labels: ${labels}
spec:
  template:
    metadata:
      annotations: ${annotations}
    spec:
${pod}
      containers:
        - image: registry.example.com/orders
          env:
            - { name: MODE, value: fast }
            - { name: TOKEN, valueFrom: { secretKeyRef: { name: orders, key: token } } }
          resources: { limits: { memory: 512Mi } }
`;
}

describe('which stack a file belongs to', () => {
  test.each([
    ['a manifest in a folder', 'deploy/service.yaml', 'deploy/*.yaml'],
    ['a manifest at the root', 'service.yml', '*.yaml'],
    ['a kustomization', 'deploy/prod/kustomization.yaml', 'deploy/prod/*.yaml'],
    ['a workflow of GitHub', '.github/workflows/main.yml', undefined],
    ['JSON', 'deploy/service.json', undefined],
  ])('%s', (_, path, entry) => expect(knative.entryOf(path)).toBe(entry));
});

describe('a service', () => {
  test.each([
    ['no limit', '{}', 'absent'],
    ['a limit', '{ autoscaling.knative.dev/max-scale: "20" }', 20],
    ['the former name of the limit', '{ autoscaling.knative.dev/maxScale: "5" }', 5],
    ['zero, which is no limit', '{ autoscaling.knative.dev/max-scale: "0" }', -1],
    ['a template variable', '{ autoscaling.knative.dev/max-scale: "{{ .Values.max }}" }', 'unknown'],
  ])('scales with %s', (_, annotations, limit) => {
    expect(said(modelOf(service({ annotations })).functions[0]?.concurrency)).toBe(limit);
  });

  test.each([
    ['everyone', '{}', 'open'],
    ['the cluster only', '{ networking.knative.dev/visibility: cluster-local }', 'authenticated'],
    ['the cluster only, in the former spelling', '{ serving.knative.dev/visibility: cluster-local }', 'authenticated'],
  ])('is reached by %s', (_, labels, exposure) => {
    const stack = deriveFacts(modelOf(service({ labels })));
    expect(stack.functions.map(stack.exposure)).toEqual([exposure]);
  });

  test.each([
    ['of the service on Cloud Run', 'run.googleapis.com/maxScale', 7],
    ['set by hand', 'run.googleapis.com/manualInstanceCount', 7],
    ['of nothing that is known', 'run.googleapis.com/minScale', 'absent'],
  ])('scales with a limit %s', (_, key, limit) => {
    const text = service({}).replace('  name: orders', `  name: orders\n  annotations: { ${key}: "7" }`);
    const stack = parsedStack(googleServices, 'k8s/*.yaml', heldFiles(new Map([['k8s/service.yaml', text]])));
    expect(said(stack?.model.functions[0]?.concurrency)).toBe(limit);
  });

  test.each([
    ['a limit', '"30"', 30],
    ['none', '"0"', 'absent'],
  ])('scales as the cluster says beside it: %s', (_, limit, expected) => {
    const settings = `---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: config-autoscaler }\ndata: { max-scale: ${limit} }\n`;
    expect(said(modelOf(service({}) + settings).functions[0]?.concurrency)).toBe(expected);
  });

  test('has the memory and the literal variables of its container', () => {
    const [fn] = modelOf(service({})).functions;
    expect(said(fn?.memory)).toBe(512);
    expect(fn?.environment.map(({ name, value }) => [name, said(value)])).toEqual([
      ['MODE', 'fast'],
      ['TOKEN', 'unknown'],
    ]);
  });

  test('writes a limit as a text beside the other annotations', () => {
    const text = service({ annotations: '{ a: b }' });
    const limit = modelOf(text).functions[0]?.concurrency;
    const edits = limit?.kind === 'absent' ? limit.write(50) : undefined;
    expect(applyEdits(text, edits ?? [])).toContain("annotations: { a: b, autoscaling.knative.dev/max-scale: '50' }");
  });

  test('is Google’s if its annotations say so', () => {
    const text = service({ annotations: '{ run.googleapis.com/cpu-throttling: "false" }' });
    const stack = parsedStack(googleServices, 'k8s/*.yaml', heldFiles(new Map([['k8s/service.yaml', text]])));
    expect(stack?.model.framework).toBe('google-cloud');
    expect(stack?.model.functions.map(({ provider }) => provider)).toEqual(['google']);
    expect(said(stack?.model.routes[0]?.auth)).toBe('unknown');
  });

  test('keeps two of one name in two namespaces apart', () => {
    const other = service({}).replace('name: orders', 'name: orders\n  namespace: test');
    expect(modelOf(`${service({})}---\n${other}`).functions.map(({ id }) => id)).toEqual(['orders', 'test/orders#2']);
  });
});

describe('rights of a service account', () => {
  const binding = (kind: string, role: string) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: orders }
roleRef: { kind: ClusterRole, name: ${role} }
subjects: [{ kind: ServiceAccount, name: orders }]
`;
  const own = service({ pod: '      serviceAccountName: orders' });

  test.each([
    ['the cluster', 'ClusterRoleBinding', 'cluster-admin', 'admin'],
    ['one namespace', 'RoleBinding', 'cluster-admin', 'unknown'],
    ['a role that is elsewhere', 'ClusterRoleBinding', 'orders', 'unknown'],
  ])('over %s', (_, kind, role, power) => {
    const stack = deriveFacts(modelOf(own + binding(kind, role)));
    expect(stack.functions.map(stack.power)).toEqual([power]);
  });

  test('of controllers are no matter', () => {
    const bound = binding('ClusterRoleBinding', 'cluster-admin').replace('name: orders }]', 'name: controller }]');
    expect(modelOf(own + bound).roles).toEqual([]);
  });

  test('are not known without a binding', () => {
    expect(said(modelOf(own).functions[0]?.role)).toBe('unknown');
  });

  test('of the default account hold for services that name none', () => {
    const bound = binding('ClusterRoleBinding', 'cluster-admin').replace('name: orders }]', 'name: default }]');
    expect(modelOf(service({}) + bound).roles.map(({ users }) => users)).toEqual([['orders']]);
  });
});

describe('events', () => {
  const trigger = `---
apiVersion: eventing.knative.dev/v1
kind: Trigger
metadata: { name: created }
spec:
  broker: shop
  subscriber: { ref: { kind: Service, name: orders } }
`;
  const broker = (delivery: string) => `---
apiVersion: eventing.knative.dev/v1
kind: Broker
metadata: { name: shop }
spec: { ${delivery} }
`;
  const sink = 'delivery: { deadLetterSink: { ref: { kind: Service, name: failed } } }';

  test.each([
    ['a broker elsewhere may keep them', '', 'unknown'],
    ['a broker without a sink loses them', broker(''), 'absent'],
    ['a broker with a sink keeps them', broker(sink), 'service/failed'],
  ])('that are refused: %s', (_, more, failure) => {
    const [started] = modelOf(service({}) + trigger + more).triggers;
    expect(started?.function).toBe('orders');
    expect(said(started?.onFailure)).toBe(failure);
  });
});

describe('Kustomize', () => {
  const base = { 'app/base/service.yaml': service({}), 'app/base/kustomization.yaml': 'resources: [service.yaml]\n' };
  const overlay = (patch: string) => ({
    ...base,
    'app/prod/kustomization.yaml': 'resources: [../base]\npatches: [{ path: patch.yaml }]\n',
    'app/prod/patch.yaml': patch,
  });
  const patch = (spec: string) =>
    `apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: orders }\nspec: ${spec}\n`;
  const limited = patch('{ template: { metadata: { annotations: { autoscaling.knative.dev/max-scale: "9" } } } }');

  test('a part of the base that an overlay patches is not known', () => {
    const model = read(overlay(limited), 'app/base/*.yaml')?.model;
    expect(said(model?.functions[0]?.concurrency)).toBe('unknown');
    expect(said(model?.functions[0]?.memory)).toBe(512);
  });

  test('a part of the base that no overlay touches is absent still', () => {
    const patched = read(overlay(patch('{ template: { metadata: { labels: { a: b } } } }')), 'app/base/*.yaml')?.model;
    expect(said(patched?.functions[0]?.concurrency)).toBe('absent');
    const deleting = read(overlay(patch('{ $patch: delete }')), 'app/base/*.yaml')?.model;
    expect(said(deleting?.functions[0]?.concurrency)).toBe('unknown');
  });

  test.each([
    [
      'labels of the visibility',
      'labels: [{ pairs: { networking.knative.dev/visibility: cluster-local } }]',
      'unknown',
    ],
    ['former labels', 'commonLabels: { networking.knative.dev/visibility: cluster-local }', 'unknown'],
    ['other labels', 'labels: [{ pairs: { team: shop } }]', 'absent'],
    ['annotations', 'commonAnnotations: { team: shop }', 'absent'],
  ])('an overlay with %s', (_, line, visibility) => {
    const files = { ...base, 'app/prod/kustomization.yaml': `resources: [../base]\n${line}\n` };
    expect(said(read(files, 'app/base/*.yaml')?.model.apis[0]?.visibility)).toBe(visibility);
  });

  test.each([
    ['elsewhere', '/spec/x', 'absent'],
    ['in a map that is there', '/spec/template/metadata/annotations/autoscaling.knative.dev~1max-scale', 'unknown'],
    ['the map around it', '/spec/template', 'unknown'],
  ])('an operation opens what it changes: %s', (_, path, concurrency) => {
    const files = overlay(`- { op: add, path: "${path}", value: 1 }\n`);
    files['app/prod/kustomization.yaml'] =
      'resources: [../base]\npatches: [{ path: patch.yaml, target: { kind: Service, name: orders } }]\n';
    expect(said(read(files, 'app/base/*.yaml')?.model.functions[0]?.concurrency)).toBe(concurrency);
  });

  test('what an overlay sets is read there, and nothing is absent in it', () => {
    const fn = read(overlay(limited), 'app/prod/*.yaml')?.model.functions[0];
    expect(said(fn?.concurrency)).toBe(9);
    expect(said(fn?.timeout)).toBe('unknown');
  });

  test('files below that a kustomization names belong to it', () => {
    const files = {
      'app/kustomization.yaml': 'resources: [serving/service.yaml]\n',
      'app/serving/service.yaml': service({}),
    };
    expect(read(files, 'app/*.yaml')?.model.functions).toHaveLength(1);
    expect(read(files, 'app/serving/*.yaml')).toBeUndefined();
  });

  test('a kustomization that names itself or climbs out ends', () => {
    const files = {
      ...base,
      'app/base/kustomization.yaml': 'resources: [., ../base, ../../../../etc, service.yaml]\n',
    };
    expect(read(files, 'app/base/*.yaml')?.model.functions).toHaveLength(1);
  });
});

describe('hostile input', () => {
  test.each([
    ['a half-written document', `${service({})}---\nkind: [`],
    ['depth', `${service({})}---\napiVersion: v1\nkind: Secret\nstringData: ${'{a: '.repeat(10_000)}`],
    ['a cycle of anchors', `${service({})}---\napiVersion: v1\nkind: Secret\nstringData: &a { b: *a }`],
  ])('%s is a notice', (_, text) => {
    const stack = read({ 'k8s/service.yaml': text });
    expect(stack?.notices).not.toEqual([]);
  });

  test('names of prototypes are names', () => {
    const text = service({ labels: '{ __proto__: x, constructor: y }' }).replace('name: orders', 'name: __proto__');
    expect(modelOf(text).functions.map(({ id }) => id)).toEqual(['__proto__']);
  });

  test('a manifest of something else is no stack', () => {
    expect(read({ 'k8s/deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\n' })).toBeUndefined();
  });
});
