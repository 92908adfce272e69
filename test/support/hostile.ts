/** The syntaxes that frameworks are written in. */
export type Syntax = 'yaml' | 'json' | 'hcl' | 'bicep' | 'typescript' | 'python';

/** A file that starts a stack, with a hole for a value. */
export interface Holed {
  readonly path: string;
  readonly syntax: Syntax;
  readonly text: (value: string) => string;
}

const holed = (path: string, syntax: Syntax, text: (value: string) => string): Holed => ({ path, syntax, text });

const json = (before: string, after: string) => (value: string) => `${before}${value}${after}`;

/** Entry files by the framework that reads them. */
export const entryFiles: Readonly<Record<string, readonly Holed[]>> = {
  cloudformation: [
    holed(
      'template.yaml',
      'yaml',
      (value) =>
        `Transform: AWS::Serverless-2016-10-31\nResources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties:\n      Runtime: nodejs22.x\n      Handler: a.b\n      Events: ${value}\n`,
    ),
    holed(
      'template.json',
      'json',
      json('{"Resources":{"Fn":{"Type":"AWS::Lambda::Function","Properties":{"Handler":"a.b","Environment":', '}}}}'),
    ),
  ],
  serverless: [
    holed(
      'serverless.yml',
      'yaml',
      (value) =>
        `service: a\nprovider:\n  name: aws\n  runtime: nodejs22.x\nfunctions:\n  fn:\n    handler: a.b\n    events: ${value}\n`,
    ),
    holed(
      'serverless.ts',
      'typescript',
      (value) =>
        `export default { service: 'a', provider: { name: 'aws' }, functions: { fn: { handler: 'a.b', events: ${value} } } };\n`,
    ),
  ],
  terraform: [
    holed(
      'main.tf',
      'hcl',
      (value) =>
        `resource "aws_lambda_function" "fn" {\n  function_name = "fn"\n  role = local.role\n  environment {\n    variables = ${value}\n  }\n}\n`,
    ),
    holed('main.tf.json', 'json', json('{"resource":{"aws_lambda_function":{"fn":{"role":"r","environment":', '}}}}')),
  ],
  bicep: [
    holed(
      'main.bicep',
      'bicep',
      (value) =>
        `resource app 'Microsoft.Web/sites@2022-03-01' = {\n  name: 'a'\n  kind: 'functionapp'\n  properties: ${value}\n}\n`,
    ),
  ],
  arm: [
    holed(
      'azuredeploy.json',
      'json',
      json(
        '{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","resources":[{"type":"Microsoft.Web/sites","name":"a","kind":"functionapp","properties":',
        '}]}',
      ),
    ),
  ],
  'azure-functions': [
    holed('fn/function.json', 'json', json('{"bindings":[{"type":"httpTrigger","direction":"in","x":', '}]}')),
  ],
  'google-services': [
    holed(
      'run/service.yaml',
      'yaml',
      (value) =>
        `apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: a\n  annotations: { run.googleapis.com/ingress: all }\nspec:\n  template:\n    spec: ${value}\n`,
    ),
  ],
  'google-gateway': [
    holed(
      'gateway.yaml',
      'yaml',
      (value) =>
        `swagger: "2.0"\ninfo: { title: a }\nx-google-backend: { address: "https://a" }\npaths:\n  /a:\n    get: ${value}\n`,
    ),
  ],
  firebase: [holed('firebase.json', 'json', json('{"functions":', '}'))],
  'google-build': [
    holed(
      'cloudbuild.yaml',
      'yaml',
      (value) => `steps:\n- name: gcloud\n  args: [gcloud, functions, deploy, a, --trigger-http]\n  env: ${value}\n`,
    ),
  ],
  knative: [
    holed(
      'service.yaml',
      'yaml',
      (value) =>
        `apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: a }\nspec:\n  template:\n    spec: ${value}\n`,
    ),
  ],
  'knative-functions': [
    holed('func.yaml', 'yaml', (value) => `specVersion: 0.36.0\nname: a\nruntime: node\ndeploy: ${value}\n`),
  ],
  openfaas: [
    holed(
      'stack.yml',
      'yaml',
      (value) => `provider:\n  name: openfaas\nfunctions:\n  a:\n    image: a\n    environment: ${value}\n`,
    ),
    holed('values.yaml', 'yaml', (value) => `functionNamespace: fn\nbasic_auth: false\ngateway: ${value}\n`),
  ],
  'openfaas-objects': [
    holed(
      'objects.yaml',
      'yaml',
      (value) => `apiVersion: openfaas.com/v1\nkind: Function\nmetadata: { name: a }\nspec: ${value}\n`,
    ),
  ],
  workflows: [
    holed('a.asl.json', 'json', json('{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":', '}}}')),
    holed(
      'workflow.yaml',
      'yaml',
      (value) => `document: { dsl: 1.0.0, name: a }\ndo:\n- a:\n    call: http\n    with: ${value}\n`,
    ),
  ],
  openapi: [
    holed('openapi.yaml', 'yaml', (value) => `openapi: 3.0.0\ninfo: { title: a }\npaths:\n  /a:\n    get: ${value}\n`),
    holed('swagger.json', 'json', json('{"swagger":"2.0","info":{"title":"a"},"paths":{"/a":{"get":', '}}}')),
  ],
  cdk: [
    holed(
      'lib/stack.ts',
      'typescript',
      (value) =>
        `import * as lambda from 'aws-cdk-lib/aws-lambda';\nnew lambda.Function(this, 'Fn', { handler: 'a.b', environment: ${value} });\n`,
    ),
    holed(
      'stack.py',
      'python',
      (value) =>
        `from aws_cdk import aws_lambda as _lambda\n_lambda.Function(self, "Fn", handler="a.b", environment=${value})\n`,
    ),
  ],
};

/** A harmless value of each syntax. */
export const harmless: Readonly<Record<Syntax, string>> = {
  yaml: '{ A: x }',
  json: '{"A":"x"}',
  hcl: '{ A = "x" }',
  bicep: "{\n A: 'x'\n}",
  typescript: "{ A: 'x' }",
  python: '{"A": "x"}',
};

type Nested = (depth: number) => string;

const around =
  (open: string, inner: string, close: string): Nested =>
  (depth) =>
    `${open.repeat(depth)}${inner}${close.repeat(depth)}`;

/** Values that are nested, by syntax. */
export const nested: Readonly<Record<Syntax, Readonly<Record<string, Nested>>>> = {
  yaml: {
    lists: around('[', '', ']'),
    maps: around('{ a: ', 'x', ' }'),
    'open lists': around('[', '', ''),
    dashes: (depth) => `\n      ${'- '.repeat(depth)}a`,
    'question marks': (depth) => `\n      ${'? '.repeat(depth)}a`,
    variables: around('${self:custom.', 'a', '}'),
    tags: around('!Sub ', 'a', ''),
  },
  json: {
    lists: around('[', '', ']'),
    maps: around('{"a":', '1', '}'),
    'open lists': around('[', '', ''),
    'lists after a comment': (depth) => `// "\n${'['.repeat(depth)}`,
    'lists after closed ones': (depth) => `["${']'.repeat(depth)}"], "B": ${'['.repeat(depth)}`,
    calls: (depth) => `"[${around('concat(', 'a', ')')(depth)}]"`,
    templates: (depth) => `"${around('${', '', '}')(depth)}"`,
  },
  hcl: {
    parentheses: around('(', '1', ')'),
    'open parentheses': around('(', '', ''),
    lists: around('[', '', ']'),
    objects: around('{ a = ', '1', ' }'),
    conditionals: around('true ? 1 : ', '1', ''),
    templates: around('"${', '1', '}"'),
    indices: around('local.x[', '0', ']'),
  },
  bicep: {
    parentheses: around('(', '1', ')'),
    'open parentheses': around('(', '', ''),
    conditionals: around('true ? 1 : ', '1', ''),
    templates: around("'${", '1', "}'"),
    assertions: around('x!', '', ''),
  },
  typescript: {
    parentheses: around('(', '1', ')'),
    'open parentheses': around('(', '', ''),
    arrows: around('() => ', '1', ''),
    templates: around('`${', '1', '}`'),
    conditionals: around('true ? 1 : ', '1', ''),
    calls: (depth) => `f${'()'.repeat(depth)}`,
    sums: (depth) => `1${' + 1'.repeat(depth)}`,
  },
  python: {
    parentheses: around('(', '1', ')'),
    'open parentheses': around('(', '', ''),
    lambdas: around('lambda: ', '1', ''),
    calls: around('f(', '1', ')'),
    conditionals: around('1 if x else ', '1', ''),
  },
};
