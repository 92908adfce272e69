import { beforeAll, describe, expect, test } from '@jest/globals';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { reviewFiles, scanFiles } from '../support/judging.js';

const knative = `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: orders
spec:
  template:
    spec:
      containers:
        - image: registry.example.com/orders:1.4.2
          env:
            - name: DB_PASSWORD
              value: xK9mQ2vL7pRt4Wz
`;
const sam = `Transform: AWS::Serverless-2016-10-31
Resources:
  orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: app.handler
      CodeUri: src/
      Tracing: Active
      Policies:
        - Statement:
            - Effect: Allow
              Action: '*'
              Resource: '*'
`;
const terraform = `resource "google_service_account" "orders" {
  account_id = "orders"
}

resource "google_project_iam_member" "orders" {
  project = "example-project"
  role    = "roles/owner"
  member  = "serviceAccount:\${google_service_account.orders.email}"
}

resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "main"
  }

  service_config {
    service_account_email = google_service_account.orders.email
  }
}
`;
const azure = {
  'azure/host.json': '{ "version": "2.0" }\n',
  'azure/orders/function.json': `{
  "bindings": [
    { "authLevel": "anonymous", "type": "httpTrigger", "direction": "in", "name": "request", "methods": ["post"] },
    { "type": "http", "direction": "out", "name": "$return" }
  ]
}
`,
  'azure/orders/index.js': 'module.exports = async (context) => ({ body: "" });\n',
};
const openfaas = `version: 1.0
provider:
  name: openfaas
functions:
  orders:
    lang: node22
    handler: ./orders
    image: registry.example.com/orders:2.0.0
    environment:
      STRIPE_SECRET_KEY: qM7vT2xZ9cLw4Rbn8KdP
`;
const repository = new Map(
  Object.entries({
    'aws/template.yaml': sam,
    'cluster/service.yaml': knative,
    'faas/stack.yml': openfaas,
    'infra/main.tf': terraform,
    ...azure,
  }),
);

beforeAll(prepareFrameworks);

describe('a repository with several platforms', () => {
  test('has one stack for each', async () => {
    const { stats } = await scanFiles(repository);
    expect(stats.stacks).toBe(5);
  });

  test.each([
    ['aws/template.yaml', 'sam', 'admin-grant'],
    ['cluster/service.yaml', 'knative', 'plaintext-secret-in-env'],
    ['faas/stack.yml', 'openfaas', 'plaintext-secret-in-env'],
    ['infra/main.tf', 'terraform', 'admin-grant'],
    ['azure/orders/function.json', 'azure-functions', 'route-without-authorizer'],
  ])('is told by itself in %s', async (path, framework, policy) => {
    const { findings } = await scanFiles(repository);
    const found = findings.filter((finding) => finding.at.path === path && finding.policy === policy);
    expect(found.map((finding) => finding.framework)).toEqual([framework]);
  });

  test('is judged as if each platform stood alone', async () => {
    const alone = await Promise.all(
      ['aws/', 'cluster/', 'faas/', 'infra/', 'azure/'].map(async (folder) => {
        const own = new Map([...repository].filter(([path]) => path.startsWith(folder)));
        return (await scanFiles(own)).findings.map(({ fingerprint }) => fingerprint);
      }),
    );
    const together = (await scanFiles(repository)).findings.map(({ fingerprint }) => fingerprint);
    expect([...together].sort()).toEqual(alone.flat().sort());
  });

  test('is reviewed only where it was changed', async () => {
    const closed = knative.replace(
      'name: orders',
      'name: orders\n  labels:\n    networking.knative.dev/visibility: cluster-local',
    );
    const before = new Map([...repository, ['cluster/service.yaml', closed]]);
    const { findings } = await reviewFiles(before, repository);
    const introduced = findings.filter(({ status }) => status === 'introduced');
    expect(new Set(introduced.map(({ at }) => at.path))).toEqual(new Set(['cluster/service.yaml']));
  });

  test('is judged where it can be read when one part cannot', async () => {
    const broken = new Map([...repository, ['infra/main.tf', 'resource "google_storage_bucket" "x" {\n']]);
    const { findings, notices } = await scanFiles(broken);
    expect(notices.map(({ path }) => path)).toEqual(['infra/main.tf']);
    expect(findings.some(({ at }) => at.path === 'aws/template.yaml')).toBe(true);
  });
});

test('a document that a template serves is one of its files, and is not told twice', async () => {
  const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      DefinitionBody:
        Fn::Transform:
          Name: AWS::Include
          Parameters:
            Location: openapi.yaml
`;
  const document = `openapi: 3.0.1
info: { title: Shop, version: '1' }
paths:
  /orders:
    post:
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:orders/invocations
      responses: {}
`;
  const { findings } = await scanFiles(
    new Map([
      ['template.yaml', template],
      ['openapi.yaml', document],
    ]),
  );
  const open = findings.filter(({ policy }) => policy === 'route-without-authorizer');
  expect(open.map(({ at }) => at.path)).toEqual(['openapi.yaml']);
});
