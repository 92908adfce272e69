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

function resource(type: string, name: string, lines: string): string {
  return `resource "google_${type}" "${name}" {\n${lines}\n}\n`;
}

const account = resource('service_account', 'a', 'account_id = "a"');
const member = 'member = "serviceAccount:${google_service_account.a.email}"';

describe('what a service account may do', () => {
  test.each([
    [
      'by roles of the project',
      resource('project_iam_member', 'b', `role = "roles/editor"\n${member}`),
      [['roles/editor', 'project']],
    ],
    [
      'by one binding for each of a set',
      resource('project_iam_member', 'b', `for_each = toset(["roles/a", "roles/b"])\nrole = each.value\n${member}`),
      [
        ['roles/a', 'project'],
        ['roles/b', 'project'],
      ],
    ],
    [
      'by a policy of the organisation',
      `data "google_iam_policy" "p" {\nbinding {\nrole = "roles/owner"\nmembers = [google_service_account.a.member]\n}\n}\n${resource('organization_iam_policy', 'b', 'policy_data = data.google_iam_policy.p.policy_data')}`,
      [['roles/owner', 'organisation']],
    ],
    [
      'by a policy that is written as JSON',
      resource(
        'project_iam_policy',
        'b',
        'policy_data = jsonencode({ bindings = [{ role = "roles/owner", members = [google_service_account.a.member] }] })',
      ),
      [['roles/owner', 'project']],
    ],
    [
      'under a condition on what is acted on',
      resource(
        'project_iam_member',
        'b',
        `role = "roles/secretmanager.secretAccessor"\n${member}\ncondition {\ntitle = "t"\nexpression = "resource.name.startsWith('x')"\n}`,
      ),
      [['roles/secretmanager.secretAccessor', 'resource']],
    ],
    [
      'under a condition on the roles that may be granted',
      resource(
        'project_iam_member',
        'b',
        `role = "roles/resourcemanager.projectIamAdmin"\n${member}\ncondition {\ntitle = "t"\nexpression = "api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly(['roles/x'])"\n}`,
      ),
      [['roles/resourcemanager.projectIamAdmin', 'resource']],
    ],
    [
      'until a time',
      resource(
        'project_iam_member',
        'b',
        `role = "roles/editor"\n${member}\ncondition {\ntitle = "t"\nexpression = "request.time < timestamp('2027-01-01T00:00:00Z')"\n}`,
      ),
      [['roles/editor', 'project']],
    ],
    [
      'by a role of the stack',
      `${resource('project_iam_custom_role', 'c', 'role_id = "c"\npermissions = ["run.jobs.run", "iam.serviceAccounts.actAs"]')}${resource('project_iam_member', 'b', `role = google_project_iam_custom_role.c.id\n${member}`)}`,
      [
        ['run.jobs.run', 'project'],
        ['iam.serviceAccounts.actAs', 'project'],
      ],
    ],
  ])('%s', (_, text, named) => {
    const role = modelOf(account + text).roles.find(({ id }) => id === 'google_service_account.a');
    expect(role?.named.map(({ name, scope }) => [name, scope])).toEqual(named);
  });
});

const open = 'cloud_function = "f"\nrole = "roles/cloudfunctions.invoker"\nmember = "allUsers"';

describe('whom a binding is about', () => {
  test('an account elsewhere, by its address', () => {
    const address = 'x@p.iam.gserviceaccount.com';
    const { roles } = modelOf(
      resource('cloudfunctions_function', 'f', `name = "f"\nservice_account_email = "${address}"`) +
        resource('project_iam_member', 'b', `role = "roles/editor"\nmember = "serviceAccount:${address}"`),
    );
    expect(roles).toEqual([expect.objectContaining({ id: address, users: ['google_cloudfunctions_function.f'] })]);
  });

  test.each([
    ['google_cloudfunctions_function', '@appspot.gserviceaccount.com'],
    ['google_cloudfunctions2_function', '-compute@developer.gserviceaccount.com'],
    ['google_cloud_run_v2_service', '-compute@developer.gserviceaccount.com'],
  ])('the account that %s has by default', (type, ending) => {
    const { roles } = modelOf(
      resource(type.slice('google_'.length), 'f', 'name = "f"') +
        resource('project_iam_member', 'b', `role = "roles/editor"\nmember = "serviceAccount:12345${ending}"`),
    );
    expect(roles.map(({ users }) => users)).toEqual([[`${type}.f`]]);
  });

  test.each([
    ['a function by its name', 'cloudfunctions2_function', { kind: 'none' }],
    ['another generation', 'cloudfunctions_function', { kind: 'iam' }],
  ])('%s', (_, type, auth) => {
    const { routes } = modelOf(
      resource(type, 'f', 'name = "f"\ntrigger_http = true') +
        resource('cloudfunctions2_function_iam_member', 'b', open),
    );
    expect(routes.map((route) => route.auth)).toEqual([known(auth)]);
  });

  test.each([
    ['a bucket elsewhere', 'storage_bucket_iam_member', 'bucket = "b"', 'bucket'],
    ['a service elsewhere', 'cloud_run_v2_service_iam_member', 'name = "b"', 'function'],
    ['a data set', 'bigquery_dataset_iam_member', 'dataset_id = "b"', 'table'],
  ])('everybody on %s', (_, type, link, targetKind) => {
    const { resourcePolicies } = modelOf(resource(type, 'b', `${link}\nrole = "roles/x.y"\nmember = "allUsers"`));
    expect(resourcePolicies).toEqual([expect.objectContaining({ targetKind })]);
  });
});

describe('which logs are kept', () => {
  const run = resource('cloud_run_v2_service', 's', 'name = "orders"');
  test.each([
    ['none of a kind', 'resource.type=\\"cloud_run_revision\\"', known(false)],
    [
      'none of a name',
      'resource.type = (\\"cloud_run_revision\\" OR \\"gae_app\\")\\nresource.labels.service_name=\\"orders\\"',
      known(false),
    ],
    [
      'none of a reference',
      'resource.type=\\"cloud_run_revision\\" AND resource.labels.service_name=\\"${google_cloud_run_v2_service.s.name}\\"',
      known(false),
    ],
    [
      'those of others',
      'resource.type=\\"cloud_run_revision\\" AND resource.labels.service_name=\\"other\\"',
      kind('absent'),
    ],
    ['those of another kind', 'resource.type=\\"cloud_function\\"', kind('absent')],
    ['errors', 'resource.type=\\"cloud_run_revision\\" AND severity<ERROR', kind('absent')],
    ['what is not health', 'httpRequest.requestUrl:\\"/health\\"', kind('absent')],
  ])('%s', (_, filter, logging) => {
    const { functions } = modelOf(run + resource('logging_project_exclusion', 'e', `filter = "${filter}"`));
    expect(functions[0]?.logging).toEqual(logging);
  });

  test('an exclusion that is switched off keeps nothing out', () => {
    const text = resource(
      'logging_project_exclusion',
      'e',
      'filter = "resource.type=cloud_run_revision"\ndisabled = true',
    );
    expect(modelOf(run + text).functions[0]?.logging.kind).toBe('absent');
  });

  test.each([
    ['said', 'retention_days = 7', known(7)],
    ['usual', '', known(30)],
    ['unknown', 'retention_days = var.days\n}\nvariable "days" {', kind('unknown')],
  ])('for days that are %s', (_, lines, retention) => {
    const { logGroups } = modelOf(resource('logging_project_bucket_config', 'l', `bucket_id = "_Default"\n${lines}`));
    expect(logGroups.map((group) => group.retention)).toEqual([retention]);
  });
});

describe('what starts a function', () => {
  const bucket = resource('storage_bucket', 'b', 'name = "b"');
  const topic = resource('pubsub_topic', 't', 'name = "t"');
  const service = resource('cloud_run_v2_service', 's', 'name = "s"');
  const criteria = (attribute: string, value: string) =>
    `matching_criteria {\nattribute = "${attribute}"\nvalue = ${value}\n}\n`;
  test.each([
    [
      'new objects, first generation',
      bucket +
        resource(
          'cloudfunctions_function',
          'f',
          'event_trigger {\nevent_type = "google.storage.object.finalize"\nresource = google_storage_bucket.b.name\n}',
        ),
      ['bucket', 'google_storage_bucket.b', 'google_cloudfunctions_function.f'],
    ],
    [
      'deleted objects',
      bucket +
        resource(
          'cloudfunctions_function',
          'f',
          'event_trigger {\nevent_type = "google.storage.object.delete"\nresource = google_storage_bucket.b.name\n}',
        ),
      ['other', undefined, 'google_cloudfunctions_function.f'],
    ],
    [
      'messages, second generation',
      topic +
        resource(
          'cloudfunctions2_function',
          'f',
          'event_trigger {\nevent_type = "google.cloud.pubsub.topic.v1.messagePublished"\npubsub_topic = google_pubsub_topic.t.id\n}',
        ),
      ['topic', 'google_pubsub_topic.t', 'google_cloudfunctions2_function.f'],
    ],
    [
      'a subscription that pushes',
      topic +
        service +
        resource(
          'pubsub_subscription',
          'q',
          'topic = google_pubsub_topic.t.id\npush_config {\npush_endpoint = "${google_cloud_run_v2_service.s.uri}/orders"\n}',
        ),
      ['queue', 'google_pubsub_subscription.q', 'google_cloud_run_v2_service.s'],
    ],
    [
      'a clock',
      service + resource('cloud_scheduler_job', 'j', 'http_target {\nuri = google_cloud_run_v2_service.s.uri\n}'),
      ['schedule', undefined, 'google_cloud_run_v2_service.s'],
    ],
    [
      'Eventarc',
      bucket +
        service +
        resource(
          'eventarc_trigger',
          'e',
          `${criteria('type', '"google.cloud.storage.object.v1.finalized"')}${criteria('bucket', 'google_storage_bucket.b.name')}destination {\ncloud_run_service {\nservice = google_cloud_run_v2_service.s.name\n}\n}`,
        ),
      ['bucket', 'google_storage_bucket.b', 'google_cloud_run_v2_service.s'],
    ],
  ])('%s', (_, text, expected) => {
    const { triggers } = modelOf(text);
    expect(triggers.map((one) => [one.trigger, one.source, one.function])).toEqual([expected]);
  });

  test('a subscription that is pulled starts nothing', () => {
    const pulled = resource('pubsub_subscription', 'q', 'topic = google_pubsub_topic.t.id');
    expect(modelOf(topic + pulled).triggers).toEqual([]);
    expect(modelOf(topic + pulled).stores[0]?.leadsTo).toEqual(['google_pubsub_subscription.q']);
  });
});
