import { describe, expect, test } from '@jest/globals';
import { googleBuild } from '../../../src/frameworks/google-cloud/commands/deploying-files.js';
import type { Setting } from '../../../src/model/setting.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

function read(args: string) {
  const text = `steps:\n  - name: gcloud\n    args: ${args}\n`;
  return parsedStack(googleBuild, 'cloudbuild.yaml', heldFiles(new Map([['cloudbuild.yaml', text]])))?.model;
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

describe('names that stand for something', () => {
  const script = (text: string) => parsedStack(googleBuild, 'a.sh', heldFiles(new Map([['a.sh', text]])))?.model;
  const deploy = 'gcloud functions deploy f --runtime "$RUNTIME" --set-env-vars "A=$RUNTIME,B=${OTHER}"\n';

  test.each([
    ['assigned', `RUNTIME=nodejs16\n${deploy}`, 'nodejs16'],
    ['exported', `export RUNTIME='nodejs16' OTHER=x\n${deploy}`, 'nodejs16'],
    ['assigned twice', `RUNTIME=nodejs16\nif a; then RUNTIME=nodejs22; fi\n${deploy}`, 'unknown'],
    ['assigned from elsewhere', `RUNTIME=nodejs16\nRUNTIME=$1\n${deploy}`, 'unknown'],
    ['never assigned', deploy, 'unknown'],
    ['assigned for one command', `RUNTIME=nodejs16 other\n${deploy}`, 'unknown'],
  ])('%s', (_, text, runtime) => expect(said(script(text)?.functions[0]?.runtime)).toBe(runtime));

  test('the place is where it is assigned, and it is written there', () => {
    const text = `RUNTIME="nodejs20"\n${deploy}`;
    const runtime = script(text)?.functions[0]?.runtime;
    const edits = runtime?.kind === 'known' ? runtime.write('nodejs22') : undefined;
    expect(edits).toEqual([{ path: 'a.sh', start: 8, end: 18, text: 'nodejs22' }]);
  });

  test('variables', () => {
    const [fn] = script(`RUNTIME=nodejs16\n${deploy}`)?.functions ?? [];
    expect(fn?.environment.map(({ name, value }) => [name, said(value)])).toEqual([['A', 'nodejs16']]);
  });

  test.each([
    [
      'a build',
      'cloudbuild.yaml',
      "substitutions: { _R: nodejs16 }\nsteps:\n- name: gcloud\n  args: [functions, deploy, f, '--runtime=$_R']",
    ],
    [
      'a workflow',
      '.github/workflows/a.yml',
      'env: { R: nodejs16 }\njobs:\n  a:\n    steps:\n    - run: gcloud functions deploy f --runtime ${{ env.R }}',
    ],
  ])('%s', (_, path, text) => {
    const model = parsedStack(googleBuild, path, heldFiles(new Map([[path, text]])))?.model;
    expect(said(model?.functions[0]?.runtime)).toBe('nodejs16');
  });
});

describe('words', () => {
  const script = (text: string) => parsedStack(googleBuild, 'a.sh', heldFiles(new Map([['a.sh', text]])))?.model;
  const named = (text: string) => script(text)?.functions.map(({ id, concurrency }) => [id, said(concurrency)]);

  test.each([
    ['commands in them', 'gcloud run deploy a --image x/$(gcloud config get project)/y --max-instances 7', [['a', 7]]],
    ['that are commands', 'URL=$(gcloud run deploy a --max-instances 7 --format x)', [['a', 7]]],
    ['that never end', 'gcloud run deploy a --image $(x --max-instances 7', [['a', 'absent']]],
    ['of a text that is handed on', 'cat <<END\ngcloud run deploy b\nEND\ngcloud run deploy a', [['a', 'absent']]],
    ['of a text that never ends', 'cat <<END\ngcloud run deploy a', [['a', 'absent']]],
    ['of a text in one line', 'cat <<<"END"\ngcloud run deploy a\nEND', [['a', 'absent']]],
    ['of a job', 'gcloud run jobs create a --image x', [['a', 'none']]],
    ['of a function that is created otherwise', 'gcloud functions create a', undefined],
  ])('%s', (_, text, expected) => expect(named(text)).toEqual(expected));

  test('a job is not called', () => expect(script('gcloud run jobs deploy a')?.routes).toEqual([]));

  test('variables of a file beside the script', () => {
    const text = 'gcloud run deploy a --env-vars-file=env.yaml';
    const files = new Map([
      ['ops/a.sh', text],
      ['ops/env.yaml', 'A: b\n'],
      ['env.yaml', 'C: d\n'],
    ]);
    const stack = parsedStack(googleBuild, 'ops/a.sh', heldFiles(files));
    expect(stack?.model.functions[0]?.environment.map(({ name, value }) => [name, said(value)])).toEqual([['A', 'b']]);
    expect(stack?.files).toEqual(['ops/a.sh', 'ops/env.yaml', 'env.yaml']);
  });

  test.each([
    ['given twice', '--set-env-vars A=b --set-env-vars C=d'],
    ['parted by something else', "--set-env-vars '^;^A=b;C=d'"],
  ])('variables %s', (_, flags) => {
    const [fn] = script(`gcloud run deploy a ${flags}`)?.functions ?? [];
    expect(fn?.environment.map(({ name }) => name)).toEqual(['A', 'C']);
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

  test.each([
    ['a topic', 'pubsub topics add-iam-policy-binding t --member=allUsers --role=roles/pubsub.publisher', ['topic']],
    ['a bucket', 'storage buckets add-iam-policy-binding gs://b --member=allUsers --role=roles/x', ['bucket']],
    [
      'another service',
      'run services add-iam-policy-binding x --member=allUsers --role=roles/run.invoker',
      ['function'],
    ],
    ['the service itself', 'run services add-iam-policy-binding shop --member=allUsers --role=roles/run.invoker', []],
    ['one account', 'pubsub topics add-iam-policy-binding t --member=user:a@b.c --role=roles/pubsub.publisher', []],
    ['nothing', 'pubsub topics add-iam-policy-binding', []],
  ])('that opens %s', (_, command, kinds) => {
    const model = read(`|\n      gcloud run deploy shop\n      gcloud ${command}`);
    expect(model?.resourcePolicies.map(({ targetKind }) => targetKind)).toEqual(kinds);
  });

  test.each([
    ['the account of the service', '$SA', 'None', [['roles/editor', 'project']]],
    ['the account of the service, under a condition', '$SA', 'expression=x,title=t', [['roles/editor', 'resource']]],
    ['another account', '$CI', 'None', undefined],
  ])('of %s', (_, account, condition, named) => {
    const model = read(
      `|\n      gcloud run deploy shop --service-account "$SA"\n      gcloud projects add-iam-policy-binding p --member="serviceAccount:${account}" --role=roles/editor --condition=${condition}`,
    );
    expect(model?.roles[0]?.named.map(({ name, scope }) => [name, scope])).toEqual(named);
    expect(model?.roles[0]?.users).toEqual(named && ['shop']);
    expect(said(model?.functions[0]?.role)).toBe(named === undefined ? 'unknown' : '$SA');
  });
});

describe('other files that deploy', () => {
  const modelIn = (path: string, text: string) =>
    parsedStack(googleBuild, path, heldFiles(new Map([[path, text]])))?.model;
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

  test('the inputs of Google’s own actions', () => {
    const step = `uses: google-github-actions/deploy-cloud-functions@v3\n        with:\n          name: shop\n          runtime: nodejs16\n          environment_variables: |-\n            A=b\n            C=$\{{ secrets.C }}`;
    const fn = modelIn('.github/workflows/a.yml', workflow(step))?.functions[0];
    expect([fn?.id, said(fn?.runtime)]).toEqual(['shop', 'nodejs16']);
    expect(fn?.environment.map(({ name, value }) => [name, said(value)])).toEqual([['A', 'b']]);
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
