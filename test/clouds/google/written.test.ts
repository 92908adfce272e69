import { beforeAll, describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/findings/edits.js';
import type { Framework } from '../../../src/frameworks/framework.js';
import { googleBuild } from '../../../src/frameworks/google-cloud/commands/deploying-files.js';
import { googleServices } from '../../../src/frameworks/google-cloud/google-services.js';
import { serverless } from '../../../src/frameworks/serverless/serverless.js';
import { terraform } from '../../../src/frameworks/terraform/terraform.js';
import type { ServerlessFunction } from '../../../src/model/function.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

beforeAll(async () => terraform.prepare?.());

interface Notation {
  readonly framework: Framework;
  readonly path: string;
  readonly entry: string;
}

const hcl: Notation = { framework: terraform, path: 'infra/main.tf', entry: 'infra' };
const yaml: Notation = { framework: googleServices, path: 'gcp/all.yaml', entry: 'gcp/*.yaml' };
const script: Notation = { framework: googleBuild, path: 'a.sh', entry: 'a.sh' };
const service: Notation = { framework: serverless, path: 'serverless.yml', entry: 'serverless.yml' };

const resource = (type: string, lines: string) => `resource "google_${type}" "x" {\n${lines}\n}\n`;
const plugin = (lines: string) => `service: s\nprovider:\n  name: google\nfunctions:\n  f:\n    handler: f\n${lines}`;
const object = (group: string, kind: string, spec: string) =>
  `apiVersion: ${group}.cnrm.cloud.google.com/v1beta1\nkind: ${kind}\nmetadata:\n  name: x\nspec:\n  ${spec}\n`;

type Fn = ServerlessFunction;

function functionIn({ framework, path, entry }: Notation, text: string): Fn | undefined {
  return parsedStack(framework, entry, heldFiles(new Map([[path, text]])))?.model.functions[0];
}

/** The file with a limit of 50 instances where none was said. */
function limited(notation: Notation, text: string): string {
  const limit = functionIn(notation, text)?.concurrency;
  return applyEdits(text, (limit?.kind === 'absent' && limit.write(50)) || []);
}

describe('a limit of instances is written under the name that the notation has for it', () => {
  test.each([
    ['a function', hcl, resource('cloudfunctions_function', '  name = "f"'), '\n  max_instances = 50\n'],
    [
      'a function of the second generation',
      hcl,
      resource('cloudfunctions2_function', '  service_config {\n    timeout_seconds = 60\n  }'),
      '    timeout_seconds = 60\n    max_instance_count = 50\n  }',
    ],
    [
      'a service',
      hcl,
      resource('cloud_run_v2_service', '  template {\n    service_account = "a"\n  }'),
      '    scaling {\n      max_instance_count = 50\n    }\n',
    ],
    [
      'a service in the form of Knative',
      hcl,
      resource('cloud_run_service', '  name = "s"'),
      '      annotations = {\n        "autoscaling.knative.dev/maxScale" = 50\n      }',
    ],
    [
      'an object of a service',
      yaml,
      object('run', 'RunService', 'ingress: INGRESS_TRAFFIC_ALL'),
      '  template:\n    scaling:\n      maxInstanceCount: 50\n',
    ],
    [
      'an object of a function',
      yaml,
      object('cloudfunctions', 'CloudFunctionsFunction', 'runtime: nodejs22'),
      '  runtime: nodejs22\n  maxInstances: 50\n',
    ],
    ['a command', script, 'gcloud run deploy x --region=y\n', 'gcloud run deploy x --region=y --max-instances=50\n'],
    ['a service of Serverless Framework', service, plugin(''), '    handler: f\n    maxInstances: 50\n'],
  ])('%s', (_, notation, text, expected) => expect(limited(notation, text)).toContain(expected));
});

describe('another runtime is written where the API of the generation has it', () => {
  const first = plugin('    runtime: nodejs20\n');
  const deploy = 'gcloud functions deploy f --runtime=nodejs20';

  test.each([
    ['the first generation', { notation: service, text: first }, 'nodejs22', 'runtime: nodejs22'],
    ['the first generation has none so new', { notation: service, text: first }, 'nodejs24', 'runtime: nodejs20'],
    ['the second generation', { notation: script, text: deploy }, 'nodejs24', '--runtime=nodejs24'],
    [
      'the first generation by a command',
      { notation: script, text: `${deploy} --no-gen2` },
      'nodejs24',
      '--runtime=nodejs20',
    ],
  ])('%s', (_, { notation, text }, runtime, expected) => {
    const said = functionIn(notation, text)?.runtime;
    expect(applyEdits(text, (said?.kind === 'known' && said.write(runtime)) || [])).toContain(expected);
  });
});

test.each([
  ['seconds', 'serviceConfig: { timeoutSeconds: 90, availableMemory: 512Mi }', [90, 512]],
  ['a larger unit', 'serviceConfig: { timeoutSeconds: 90, availableMemory: 1Gi }', [90, 1024]],
])('objects say how long a function runs and what it has: %s', (_, spec, expected) => {
  const fn = functionIn(yaml, object('cloudfunctions2', 'CloudFunctions2Function', spec));
  expect([fn?.timeout, fn?.memory]).toMatchObject(expected.map((value) => ({ kind: 'known', value })));
});
