import { describe, expect, test } from '@jest/globals';
import { googleBuild } from '../../../src/frameworks/google-cloud/build.js';
import type { Setting } from '../../../src/model/setting.js';
import { heldFiles } from '../../support/examples.js';

function read(args: string) {
  const text = `steps:\n  - name: gcloud\n    args: ${args}\n`;
  return googleBuild.parse('cloudbuild.yaml', heldFiles(new Map([['cloudbuild.yaml', text]])))?.model;
}

function said(setting: Setting<unknown, never> | undefined): unknown {
  return setting?.kind === 'known' ? setting.value : setting?.kind;
}

describe('flags', () => {
  test.each([
    ['in one argument', "[run, deploy, shop, '--max-instances=7']", 7],
    ['in two', "[run, deploy, shop, --max-instances, '7']", 7],
    ['absent', '[run, deploy, shop]', 'absent'],
    ['substituted', "[run, deploy, shop, '--max-instances=$_LIMIT']", 'unknown'],
    ['cut off', '[run, deploy, shop, --max-instances]', 'absent'],
  ])('%s', (_, args, limit) => expect(said(read(args)?.functions[0]?.concurrency)).toBe(limit));
});

describe('who may call', () => {
  test.each([
    ['everyone', '[beta, run, deploy, shop, --allow-unauthenticated]', [{ kind: 'none' }]],
    ['identities', '[run, deploy, shop, --no-allow-unauthenticated]', [{ kind: 'iam' }]],
    ['whoever is bound', '[run, deploy, shop]', ['unknown']],
    ['nobody: a function that events start', '[functions, deploy, shop, --trigger-topic=x]', []],
  ])('%s', (_, args, auths) => expect(read(args)?.routes.map(({ auth }) => said(auth))).toEqual(auths));
});

test.each([
  ['another command', '[builds, submit]'],
  ['no name', '[run, deploy, --region=x]'],
])('%s is no stack', (_, args) => expect(read(args)).toBeUndefined());

describe('a script', () => {
  test.each([
    ['on one line', '"gcloud run deploy shop --max-instances 7 --allow-unauthenticated"'],
    ['as an argument of a shell', '["-c", "gcloud beta run deploy shop --max-instances=7 --allow-unauthenticated"]'],
    [
      'on several lines',
      '|\n      gcloud run deploy shop \\\n        --max-instances=7 \\\n        --allow-unauthenticated',
    ],
    [
      'after other commands',
      '|\n      set -e; cd app && gcloud run deploy shop --max-instances="7" --allow-unauthenticated | tee log',
    ],
    [
      'with a comment',
      '|\n      # gcloud run deploy old\n      gcloud run deploy shop --max-instances=7 --allow-unauthenticated',
    ],
  ])('%s is read as its commands', (_, args) => {
    const model = read(args);
    expect(model?.functions.map(({ id, concurrency }) => [id, said(concurrency)])).toEqual([['shop', 7]]);
    expect(model?.routes.map(({ auth }) => said(auth))).toEqual([{ kind: 'none' }]);
  });

  test('ends where a quote is never closed', () => {
    expect(read('|\n      gcloud run deploy shop --labels "a b --max-instances=7')?.functions).toHaveLength(1);
  });
});

describe('a binding after the deployment', () => {
  test.each([
    [
      'of everybody',
      'run services add-iam-policy-binding shop --member=allUsers --role=roles/run.invoker',
      { kind: 'none' },
    ],
    [
      'of everybody, in two words',
      'run services add-iam-policy-binding shop --member "allUsers" --role "roles/run.invoker"',
      { kind: 'none' },
    ],
    ['of everybody as an invoker', 'functions add-invoker-policy-binding shop --member=allUsers', { kind: 'none' }],
    [
      'of one account',
      'run services add-iam-policy-binding shop --member=user:a@b.c --role=roles/run.invoker',
      'unknown',
    ],
    [
      'of another service',
      'run services add-iam-policy-binding x --member=allUsers --role=roles/run.invoker',
      'unknown',
    ],
    [
      'of another role',
      'run services add-iam-policy-binding shop --member=allUsers --role=roles/run.viewer',
      'unknown',
    ],
    ['on the project', 'projects add-iam-policy-binding shop --member=allUsers --role=roles/run.invoker', 'unknown'],
  ])('%s', (_, command, expected) => {
    const model = read(`|\n      gcloud run deploy shop\n      gcloud ${command}`);
    expect(said(model?.routes[0]?.auth)).toEqual(expected);
  });
});

describe('other files that deploy', () => {
  const modelIn = (path: string, text: string) => googleBuild.parse(path, heldFiles(new Map([[path, text]])))?.model;
  const command = 'gcloud run deploy ${{ env.NAME }} --allow-unauthenticated --set-env-vars="A=b,C=$D"';
  const workflow = (step: string) =>
    `on: push\njobs:\n  deploy:\n    steps:\n      - uses: actions/checkout@v4\n      - ${step}\n`;
  const action = (flags: string) =>
    `uses: google-github-actions/deploy-cloudrun@v2\n        with: { service: shop${flags} }`;

  test.each([
    [
      'a script',
      'deploy.sh',
      `#!/bin/sh\nset -e\nif ! gcloud run deploy shop \\\n  --allow-unauthenticated; then exit 1; fi\n`,
      ['shop', 'none'],
    ],
    ['a workflow', '.github/workflows/a.yml', workflow(`run: ${command}`), ['${{ env.NAME }}', 'none']],
    [
      'Google’s own action',
      '.github/workflows/a.yml',
      workflow(action(", flags: '--allow-unauthenticated'")),
      ['shop', 'none'],
    ],
    ['Google’s own action without flags', '.github/workflows/a.yml', workflow(action('')), ['shop', undefined]],
  ] as const)('%s', (_, path, text, expected) => {
    const model = modelIn(path, text);
    const route = model?.routes[0]?.auth;
    expect([model?.functions[0]?.id, route?.kind === 'known' ? route.value.kind : undefined]).toEqual(expected);
  });

  test('what the build fills in leaves the other variables known', () => {
    const variables = modelIn('deploy.sh', command)?.functions[0]?.environment;
    expect(variables?.map(({ name, value }) => [name, said(value)])).toEqual([['A', 'b']]);
  });

  test.each([
    ['a script about something else', 'a.sh', 'docker run deploy shop\ngcloud auth login\n'],
    ['a workflow elsewhere', 'a/workflow.yml', workflow(`run: ${command}`)],
  ])('%s is none', (_, path, text) => {
    expect(googleBuild.entryOf(path) && modelIn(path, text)).toBeUndefined();
  });

  test('a broken workflow is open, and declares nothing', () => {
    const model = modelIn('.github/workflows/a.yml', 'jobs: [\n  gcloud run deploy shop\n');
    expect([model?.open, model?.functions]).toEqual([true, []]);
  });
});
