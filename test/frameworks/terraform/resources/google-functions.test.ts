import { beforeAll, describe, expect, test } from '@jest/globals';
import { terraform } from '../../../../src/frameworks/terraform/terraform.js';
import type { Model } from '../../../../src/model/model.js';
import { heldFiles } from '../../../support/examples.js';
import { parsedStack } from '../../../support/parsed.js';

beforeAll(async () => terraform.prepare?.());

function modelOf(text: string): Model {
  const model = parsedStack(terraform, 'infra', heldFiles(new Map([['infra/main.tf', text]])))?.model;
  if (model === undefined) throw new Error('There is no stack.');
  return model;
}

const known = (value: unknown) => expect.objectContaining({ kind: 'known', value });
const kind = (word: string) => expect.objectContaining({ kind: word });

function resource(type: string, lines: string): string {
  return `resource "google_${type}" "x" {\n${lines}\n}\n`;
}

const container = 'containers {\nimage = "i"\nenv {\nname = "MODE"\nvalue = "fast"\n}\n}';

describe('what Cloud Run runs without an address', () => {
  test.each([
    ['a job', 'cloud_run_v2_job', `template {\ntemplate {\nservice_account = "a@p.test"\n${container}\n}\n}`],
    ['a pool of workers', 'cloud_run_v2_worker_pool', `template {\nservice_account = "a@p.test"\n${container}\n}`],
  ])('%s has variables and an account', (_, type, lines) => {
    const { functions, routes, apis } = modelOf(resource(type, lines));
    expect(functions).toMatchObject([
      { id: `google_${type}.x`, role: known('a@p.test'), environment: [{ name: 'MODE', value: known('fast') }] },
    ]);
    expect([...routes, ...apis]).toEqual([]);
  });
});

describe('runtimes that may be written', () => {
  const first = (runtime: string) => resource('cloudfunctions_function', `runtime = "${runtime}"`);
  const second = (runtime: string) => resource('cloudfunctions2_function', `build_config {\nruntime = "${runtime}"\n}`);

  test.each([
    ['the first generation has no Node.js 24', first('nodejs20'), 'nodejs24', false],
    ['the first generation has Node.js 22', first('nodejs20'), 'nodejs22', true],
    ['the first generation has no Python 3.13', first('python310'), 'python313', false],
    ['the second generation has Node.js 24', second('nodejs20'), 'nodejs24', true],
  ])('%s', (_, text, target, isWritten) => {
    const runtime = modelOf(text).functions[0]?.runtime;
    expect(runtime?.kind === 'known' && runtime.write(target) !== undefined).toBe(isWritten);
  });
});

test('variables of a build are texts, those of the function are not', () => {
  const variables = 'environment_variables = {\nDB_PASSWORD = "p"\n}';
  const text = resource(
    'cloudfunctions2_function',
    `build_config {\n${variables}\n}\nservice_config {\n${variables}\n}`,
  );
  expect(modelOf(text).texts?.map(({ name }) => name)).toEqual(['build_config.environment_variables.DB_PASSWORD']);
});

describe('keys', () => {
  test.each([
    ['without a period', '', kind('absent')],
    ['with a period', 'rotation_period = "7776000s"', known(true)],
    ['with a period of years', 'rotation_period = "77760009s"', known(false)],
    ['that sign', 'purpose = "ASYMMETRIC_SIGN"', known(true)],
    ['that are imported', 'import_only = true', kind('unknown')],
    ['of a purpose that is not known', 'purpose = var.purpose', kind('unknown')],
    ['of a period that is not known', 'rotation_period = var.period', known(true)],
  ])('%s', (_, lines, rotation) => {
    const text = `variable "purpose" {}\nvariable "period" {}\n${resource('kms_crypto_key', lines)}`;
    expect(modelOf(text).stores[0]?.keyRotation).toEqual(rotation);
  });

  test('what holds data is encrypted by the platform', () =>
    expect(modelOf(resource('firestore_database', 'name = "d"')).stores[0]?.encrypted).toEqual(known(true)));
});

describe('who may use what has no route', () => {
  const bind = (type: string, name: string) =>
    `resource "google_${type}_iam_member" "b" {\n${name}\nrole = "roles/run.invoker"\nmember = "allUsers"\n}\n`;
  const job = resource('cloud_run_v2_job', 'name = "j"');
  const first = resource('cloudfunctions_function', 'event_trigger {\nevent_type = "x"\n}');
  const second = resource('cloudfunctions2_function', 'event_trigger {\nevent_type = "x"\n}');
  const bucket = resource('storage_bucket', 'name = "b"');

  test.each([
    ['a job', job + bind('cloud_run_v2_job', 'name = google_cloud_run_v2_job.x.name'), 1],
    ['what events start', second + bind('cloud_run_service', 'service = google_cloudfunctions2_function.x.name'), 1],
    [
      'what events start, in the first generation, where it has no address',
      first + bind('cloudfunctions_function', 'cloud_function = google_cloudfunctions_function.x.name'),
      0,
    ],
  ])('%s', (_, text, count) => expect(modelOf(text).resourcePolicies).toHaveLength(count));

  test('a folder of a bucket', () => {
    const text = bucket + bind('storage_managed_folder', 'bucket = google_storage_bucket.x.name');
    expect(modelOf(text).stores[0]?.publicAccess?.acl).toEqual(known('read'));
    expect(modelOf(text).resourcePolicies).toEqual([]);
  });
});

describe('how a bucket is closed again', () => {
  const bucket = resource('storage_bucket', 'name = "b"');
  const bind = (form: string, lines: string) =>
    `resource "google_storage_bucket_iam_${form}" "b" {\nbucket = google_storage_bucket.x.name\nrole = "roles/storage.objectViewer"\n${lines}\n}\n`;

  test.each([
    ['its one member is taken away', bind('member', 'member = "allUsers"'), true],
    ['one of several members is left to people', bind('binding', 'members = ["allUsers"]'), false],
    [
      'several lines are left to people',
      bind('member', 'member = "allUsers"') + bind('member', 'member = "allAuthenticatedUsers"').replace('"b"', '"c"'),
      false,
    ],
  ])('%s', (_, more, isWritten) => {
    const acl = modelOf(bucket + more).stores[0]?.publicAccess?.acl;
    expect(acl?.kind === 'known' && acl.write('private') !== undefined).toBe(isWritten);
  });
});
