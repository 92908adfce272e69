import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/findings/edits.js';
import { openfaas } from '../../../src/frameworks/openfaas/openfaas.js';
import { openfaasObjects } from '../../../src/frameworks/openfaas/openfaas-objects.js';
import type { Setting } from '../../../src/model/setting.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

function said(setting: Setting<unknown, never> | undefined): unknown {
  return setting?.kind === 'known' ? setting.value : setting?.kind;
}

function modelOf(text: string) {
  return parsedStack(openfaasObjects, 'k8s/*.yaml', heldFiles(new Map([['k8s/all.yaml', text]])))?.model;
}

const resize = `apiVersion: openfaas.com/v1
kind: Function
metadata: { name: resize, namespace: openfaas-fn }
spec:
  name: resize
  image: registry.example.com/resize:1
  handler: node main.js
  labels: { com.openfaas.scale.max: "15" }
  environment: { OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4317", MODE: fast }
  limits: { memory: 128Mi }
`;

describe('a function as an object of a cluster', () => {
  test('says what a stack file says', () => {
    const [fn] = modelOf(resize)?.functions ?? [];
    expect([fn?.id, said(fn?.concurrency ?? undefined), said(fn?.memory), said(fn?.tracing)]).toEqual([
      'resize',
      15,
      128,
      'active',
    ]);
    expect(fn?.environment.map(({ name }) => name)).toEqual(['OTEL_EXPORTER_OTLP_ENDPOINT', 'MODE']);
  });

  test('is not built here', () => expect(modelOf(resize)?.functions[0]?.codeRoot).toBeUndefined());

  test.each([
    ['of another group', resize.replace('openfaas.com/v1', 'core.openfunction.io/v1')],
    ['of another kind', resize.replace('kind: Function', 'kind: Ingress')],
  ])('%s is none', (_, text) => expect(modelOf(text)).toBeUndefined());

  test('half written is open', () => expect(modelOf(`${resize}spec: {`)).toMatchObject({ open: true, functions: [] }));
});

describe('the password of the gateway', () => {
  const deployment = (value: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: gateway }
spec:
  template:
    spec:
      containers:
        - image: ghcr.io/openfaas/gateway:0.27.10
          env:
            - name: basic_auth
              value: ${value}
`;

  test.each([
    ['is asked for', '"true"', { kind: 'api-key' }],
    ['is not asked for', '"false"', { kind: 'none' }],
    ['is decided later', '"$(AUTH)"', 'unknown'],
  ])('%s', (_, value, expected) => {
    expect(said(modelOf(deployment(value))?.routes[0]?.auth)).toEqual(expected);
  });

  test('is written as a text', () => {
    const text = deployment('"false"');
    const auth = modelOf(text)?.routes[0]?.auth;
    const edits = auth?.kind === 'known' ? auth.write({ kind: 'api-key' }) : undefined;
    expect(applyEdits(text, edits ?? [])).toBe(deployment('"true"'));
  });

  test.each([
    ['of a chart', 'values.yaml', 'functionNamespace: fn\nbasic_auth: false\n', [{ kind: 'none' }]],
    [
      'of a chart within another',
      'a/values-prod.yaml',
      'openfaas:\n  faasnetes: {}\n  basic_auth: true\n',
      [{ kind: 'api-key' }],
    ],
    ['of a chart that is none of ours', 'values.yaml', 'basic_auth: false\n', undefined],
    ['in a file of another name', 'config.yaml', 'functionNamespace: fn\nbasic_auth: false\n', undefined],
    ['in a broken file', 'values.yaml', 'functionNamespace: [\nbasic_auth: false\n', []],
  ])('%s', (_, path, text, expected) => {
    const model = parsedStack(openfaas, path, heldFiles(new Map([[path, text]])))?.model;
    expect(model?.routes.map(({ auth }) => said(auth))).toEqual(expected);
  });
});
