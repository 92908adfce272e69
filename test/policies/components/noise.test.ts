import { describe, expect, test } from '@jest/globals';
import type { ShippingFunction } from '../../../src/policies/components/shipping.js';
import unpinnedComponent from '../../../src/policies/vulnerable-components/unpinned-component/policy.js';
import { filesOf, judgeTrees } from '../../support/component-examples.js';

type Texts = Readonly<Record<string, string>>;

const javascript: ShippingFunction = {
  id: 'F',
  name: 'F',
  codeRoot: 'src',
  runtime: 'nodejs24.x',
  exposure: 'unknown',
};
const python: ShippingFunction = { ...javascript, runtime: 'python3.14' };

function said(files: Texts, functions: readonly ShippingFunction[] = [javascript]) {
  const found = judgeTrees(undefined, filesOf(files), { policies: [unpinnedComponent], functions });
  return found.map(({ problem }) => problem.message);
}

const workflow = (...actions: readonly string[]) =>
  `on: push\njobs:\n  go:\n    steps:\n${actions.map((action) => `      - uses: ${action}\n`).join('')}      - run: sam deploy\n`;
const service = 'service: orders\nprovider:\n  name: aws\n';
const provider = 'terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n    }\n  }\n}\n';
const lock = '{"lockfileVersion": 3, "packages": {"node_modules/qs": {"version": "6.5.5"}}}';

describe('nothing is said of', () => {
  test.each<[string, Texts, (readonly ShippingFunction[])?]>([
    [
      'caret ranges that a lockfile decides',
      { 'package.json': '{"dependencies": {"qs": "^6.5.0"}}', 'package-lock.json': lock },
    ],
    ['a manifest that no function ships', { 'web/package.json': '{"dependencies": {"qs": "*"}}' }],
    ['a repository without functions', { 'package.json': '{"dependencies": {"qs": "*"}}' }, []],
    [
      'a manifest above the folder that is packed, of which its code imports nothing',
      { 'package.json': '{"dependencies": {"qs": "*"}}' },
      [{ ...javascript, imports: ['@aws-sdk/client-s3'] }],
    ],
    ['a package.json beside Python functions', { 'package.json': '{"dependencies": {"qs": "*"}}' }, [python]],
    [
      'plugins that deploy, whatever list they stand in',
      { 'package.json': '{"dependencies": {"serverless-offline": "^13.0.0"}}' },
    ],
    [
      'peer and development dependencies',
      { 'package.json': '{"peerDependencies": {"qs": "*"}, "devDependencies": {"ms": "*"}}' },
    ],
    ['workspaces and files', { 'package.json': '{"dependencies": {"a": "workspace:*", "b": "file:../b"}}' }],
    [
      'GitHub’s own actions',
      { '.github/workflows/a.yml': workflow('actions/checkout@v4', 'github/codeql-action/init@v3') },
    ],
    [
      'workflows that do not deploy',
      { '.github/workflows/a.yml': workflow('docker/login-action@v3').replace('sam deploy', 'test') },
    ],
    ['images of which no function is built', { 'database/Dockerfile': 'FROM amazon/dynamodb-local\n' }],
    ['images that only the pipeline knows', { 'src/Dockerfile': 'ARG TAG\nFROM base:${TAG}\n' }],
    [
      'a framework whose version package.json decides',
      { 'serverless.yml': service, 'package.json': '{"devDependencies": {"serverless": "^4.0.0"}}' },
    ],
    [
      'a provider that another file of the module requires, and a configuration of it under another name',
      {
        'main.tf': 'provider "aws" {}\nprovider "aws" {\n  alias = "b"\n}\n',
        'versions.tf': provider.replace('source =', 'version = "~> 6.0"\n      source ='),
      },
    ],
    [
      'a provider with a version of its own, as it was said before',
      { 'main.tf': 'provider "aws" {\n  version = "~> 2.7"\n}\n' },
    ],
    ['a configured provider beside a lock file', { 'main.tf': 'provider "aws" {}\n', '.terraform.lock.hcl': '' }],
    ['providers of shared Terraform modules', { 'modules/queue/versions.tf': provider }],
    ['requirements with hashes', { 'requirements.txt': 'qs>=1.0 --hash=sha256:aa\n' }, [python]],
  ])('%s', (...[, files, functions]) => expect(said(files, functions)).toEqual([]));
});

describe('one thing is said of', () => {
  test.each<[string, Texts, readonly ShippingFunction[] | undefined, string]>([
    [
      'a requirements file, however many it leaves open',
      { 'requirements.txt': 'boto3\nbotocore>=1.29.0\nrequests==2.32.3\n' },
      [python],
      'requirements.txt has neither a lockfile nor exact versions: boto3 and botocore.',
    ],
    [
      'any version that a lockfile decides',
      { 'package.json': '{"dependencies": {"qs": "*"}}', 'package-lock.json': lock },
      undefined,
      'qs accepts any later version (`*`).',
    ],
    [
      'an action used twice',
      { '.github/workflows/a.yml': workflow('azure/login@v2', 'azure/login@v2') },
      undefined,
      'azure/login is used at v2, which can be moved, by a workflow that deploys.',
    ],
    [
      'the image a function is built from',
      { 'src/Dockerfile': 'FROM node\n' },
      undefined,
      'node is used without a fixed tag or digest.',
    ],
    [
      'an image made for functions, wherever it stands',
      { 'image/Dockerfile': 'FROM public.ecr.aws/lambda/nodejs\n' },
      undefined,
      'public.ecr.aws/lambda/nodejs is used without a fixed tag or digest.',
    ],
    [
      'a framework that nothing decides',
      { 'serverless.yml': service },
      undefined,
      'serverless is used without a version.',
    ],
    [
      'a provider that is configured and nowhere required',
      { 'main.tf': 'provider "google" {\n  region = "a"\n}\nprovider "google" {\n  alias = "b"\n}\n' },
      undefined,
      'provider.google has no upper version limit and no lock file.',
    ],
    [
      'a provider of a root module',
      { 'main.tf': provider },
      undefined,
      'provider.aws has no upper version limit and no lock file.',
    ],
    [
      'libraries named like plugins',
      { 'package.json': '{"dependencies": {"serverless-http": "^3.0.0", "serverless-offline": "^13.0.0"}}' },
      undefined,
      'package.json has neither a lockfile nor exact versions: serverless-http.',
    ],
  ])('%s', (_, files, functions, message) => expect(said(files, functions)).toEqual([message]));
});

test('a manifest above the folder that is packed is told of where a build puts in what the code imports of it', () => {
  const told = said({ 'package.json': '{"dependencies": {"qs": "*"}}' }, [{ ...javascript, imports: ['qs'] }]);
  expect(told).toEqual(['package.json has neither a lockfile nor exact versions: qs.']);
});
