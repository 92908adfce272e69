import { expect, test } from '@jest/globals';
import { catalogue } from '../../src/policies/catalogue.js';
import { examplesOf } from '../support/examples.js';

const amazon = ['sam', 'cloudformation', 'serverless', 'terraform', 'cdk'];

/** Where each policy's facts can stand: `aws` is every framework of AWS; `terraform.google` is a provider of Terraform. */
const stands: ReadonlyMap<string, string> = new Map([
  [
    'authorizer-removed',
    'aws terraform.azurerm terraform.google bicep arm azure-functions google-cloud knative openapi openfaas',
  ],
  ['cors-too-wide', 'aws terraform.azurerm bicep arm'],
  ['function-url-open', 'aws'],
  [
    'route-without-authorizer',
    'aws terraform.google bicep arm azure-functions google-cloud knative openfaas terraform.azurerm',
  ],
  ['api-throttling-missing', 'aws terraform.azurerm bicep arm google-cloud'],
  ['async-failure-unhandled', 'aws terraform.azurerm terraform.google bicep arm azure-functions google-cloud knative'],
  ['concurrency-unbounded', 'aws terraform.azurerm terraform.google bicep arm google-cloud knative'],
  ['queue-redrive-missing', 'aws terraform.azurerm terraform.google bicep arm azure-functions google-cloud'],
  ['trigger-loop', 'aws terraform.google azure-functions knative google-cloud terraform.azurerm'],
  ['encryption-disabled', 'aws arm bicep terraform.google'],
  [
    'plaintext-secret-in-env',
    'aws terraform.azurerm terraform.google bicep arm azure-functions google-cloud knative openfaas serverless-workflow step-functions',
  ],
  ['public-bucket', 'aws terraform.azurerm terraform.google bicep arm google-cloud'],
  ['request-data-logged', 'aws arm bicep'],
  ['request-validation-missing', 'aws terraform.azurerm bicep arm'],
  ['api-logging-off', 'aws terraform.azurerm bicep arm'],
  ['function-logging-off', 'aws terraform.azurerm terraform.google bicep arm azure-functions'],
  ['log-group-undeclared', 'sam cloudformation terraform cdk'],
  ['log-retention-missing', 'aws terraform.azurerm terraform.google bicep arm'],
  [
    'monitoring-removed',
    'aws terraform.azurerm terraform.google bicep arm azure-functions google-cloud knative openfaas',
  ],
  ['tracing-off', 'aws terraform.azurerm bicep arm'],
  ['admin-grant', 'aws terraform.azurerm terraform.google bicep arm knative google-cloud'],
  ['exposed-power-path', 'aws terraform.google bicep arm knative google-cloud terraform.azurerm'],
  ['invoke-permission-unscoped', 'aws'],
  ['privilege-escalation-grant', 'aws terraform.azurerm terraform.google bicep arm knative google-cloud'],
  ['public-resource-policy', 'aws terraform.google google-cloud'],
  ['role-shared-by-functions', 'aws terraform.google azure-functions google-cloud knative'],
  ['secret-read-wildcard', 'aws terraform.azurerm terraform.google bicep arm knative google-cloud'],
  ['wildcard-action', 'aws terraform.azurerm terraform.google bicep arm knative google-cloud'],
  ['wildcard-resource', 'aws terraform.azurerm terraform.google bicep arm knative google-cloud'],
  ['gateway-bypass', 'aws terraform.azurerm terraform.google bicep arm google-cloud'],
  ['stage-wildcard', 'sam cloudformation terraform cdk'],
  ['deprecated-runtime', 'aws terraform.azurerm terraform.google bicep arm azure-functions google-cloud'],
  ['unused-grant', 'aws terraform.google bicep'],
  ['stream-retry-unbounded', 'aws azure-functions'],
  ['undocumented-route', 'aws terraform.azurerm bicep azure-functions'],
  ['removed-from-doc-still-deployed', 'aws terraform.azurerm bicep azure-functions'],
  ['internal-api-public', 'aws terraform.azurerm terraform.google bicep knative'],
  ['management-surface-open', 'aws terraform.azurerm bicep arm knative'],
  ['unknown-layer-publisher', 'aws'],
  ['per-client-limit-missing', 'aws'],
  ['timeout-excessive', 'aws azure-functions knative openfaas terraform.google'],
  ['catch-all-route', 'aws azure-functions'],
  ['orphan-function', 'aws azure-functions'],
  ['trail-incomplete', 'aws'],
  ['function-alarm-missing', 'aws terraform.azurerm terraform.google bicep'],
  ['failure-backlog-alarm-missing', 'aws terraform.azurerm bicep arm'],
  ['protection-removed', 'aws terraform.google knative'],
  ['budget-missing', 'aws terraform.azurerm terraform.google bicep'],
  ['waf-missing', 'aws terraform.google'],
  ['role-trust-too-wide', 'aws terraform.google google-cloud bicep arm'],
  ['tls-version-old', 'aws terraform.azurerm terraform.google bicep arm'],
  ['https-not-enforced', 'aws terraform.azurerm terraform.google bicep arm knative openfaas openapi'],
  ['cleartext-endpoint', 'aws terraform.azurerm terraform.google bicep arm knative openfaas'],
  ['api-key-only-auth', 'aws bicep google-cloud openapi'],
  ['azure-app-auth-off', 'terraform.azurerm bicep arm'],
  ['identity-pool-weak', 'aws'],
  ['store-allows-cleartext', 'aws terraform.azurerm bicep arm'],
  ['data-lifecycle-missing', 'aws terraform.azurerm terraform.google bicep arm google-cloud'],
  ['default-service-identity', 'aws terraform.azurerm terraform.google bicep arm google-cloud knative'],
  ['broad-event-subscription', 'aws knative'],
  [
    'workflow-unguarded',
    'sam cloudformation serverless terraform terraform.google azure-functions google-cloud step-functions serverless-workflow',
  ],
  ['package-not-individual', 'sam serverless terraform cdk'],
  ['all-in-one-function', 'aws azure-functions'],
  ['bulk-function-change', 'aws terraform.azurerm terraform.google google-cloud knative'],
  ['microvm-too-open', 'aws'],
  ['token-verification-weak', 'sam cloudformation serverless terraform'],
  ['bundle-too-wide', 'aws terraform.google azure-functions google-cloud'],
  ['event-to-template', 'sam cloudformation serverless terraform'],
  ['bundle-too-wide', 'sam cdk serverless terraform azure-functions google-cloud'],
  ['tls-verification-disabled', 'aws terraform.azurerm terraform.google bicep arm google-cloud knative openfaas'],
  ['handler-input-unvalidated', 'sam serverless'],
  ['cross-invocation-state', 'sam serverless terraform terraform.google azure-functions knative'],
  ['verbose-error-response', 'aws terraform.azurerm terraform.google bicep arm google-cloud knative openfaas'],
]);

const rows = catalogue.flatMap((policy) =>
  (stands.get(policy.id)?.split(' ') ?? [])
    .flatMap((word) => (word === 'aws' ? amazon : [word]))
    .map((place) => [policy.id, place, policy] as const),
);

/**
 * Places that one might look for: a fact of the policy's kind stands there, and yet nothing is told. Each with its reason.
 */
const leftOut: readonly (readonly [string, string, string])[] = [
  ['public-resource-policy', 'bicep', 'who may reach what is said by roles, which other policies judge'],
  ['role-trust-too-wide', 'knative', 'nobody assumes a service account of a cluster from outside of it'],
  ['api-throttling-missing', 'knative', 'Knative has no rate limit; ingresses of many makes have'],
  ['api-throttling-missing', 'openfaas', 'its gateway has no rate limit'],
  ['concurrency-unbounded', 'openfaas', 'at most 20 instances unless it is told otherwise'],
  ['per-client-limit-missing', 'bicep', 'limits of clients are products of API Management, outside of most templates'],
  [
    'per-client-limit-missing',
    'terraform.google',
    'rate limits of Cloud Armor guard load balancers, which gateway-bypass judges',
  ],
  ['queue-redrive-missing', 'knative', 'queues are those of a broker, which async-failure-unhandled judges'],
  ['queue-redrive-missing', 'openfaas', 'a stack has no setting for it'],
  ['waf-missing', 'bicep', 'firewalls stand before Front Door and Application Gateway, which are stacks of their own'],
  ['package-not-individual', 'bicep', 'an app is deployed as one'],
  ['broad-event-subscription', 'terraform.google', 'Eventarc asks for a type of event'],
  ['request-validation-missing', 'knative', 'nothing before the code reads a request'],
  ['request-validation-missing', 'openfaas', 'nothing before the code reads a request'],
  ['failure-backlog-alarm-missing', 'terraform.google', 'dead letters go to a topic, where others take them'],
  ['function-alarm-missing', 'knative', 'alerts are rules of a monitoring system outside of the manifests'],
  ['function-logging-off', 'knative', 'the cluster collects what containers print'],
  ['log-group-undeclared', 'serverless', 'the framework declares log groups itself'],
  ['log-group-undeclared', 'bicep', 'logs go to a workspace, which is declared or not there'],
  ['tracing-off', 'terraform.google', 'the platform traces requests itself'],
  ['tracing-off', 'knative', 'the cluster decides'],
  ['tracing-off', 'openfaas', 'the cluster decides'],
  ['trail-incomplete', 'bicep', 'the activity log is always on'],
  ['trail-incomplete', 'terraform.google', 'admin activity is always logged'],
];

const shown = catalogue.filter((policy) => 'check' in policy || 'compare' in policy);

test(`${rows.length} pairs of ${shown.length} policies and their frameworks are shown, ${leftOut.length} are left out for a reason`, () => {
  const places = new Set(rows.map(([id, place]) => `${id} ${place}`));
  expect(leftOut.filter(([id, place]) => places.has(`${id} ${place}`))).toEqual([]);
  expect(leftOut.filter(([id]) => !stands.has(id))).toEqual([]);
});

test('every policy about stacks is in the table', () => {
  const judging = catalogue.filter((policy) => 'check' in policy || 'compare' in policy).map(({ id }) => id);
  expect(judging.filter((id) => !stands.has(id))).toEqual([]);
});

test.each(rows)('%s is shown bad and mended in %s', (_, place, policy) => {
  const [framework, provider] = place.split('.');
  const shown = examplesOf(policy).filter(
    (example) => example.framework === framework && (provider === undefined || example.variant.startsWith(provider)),
  );
  expect([...new Set(shown.map(({ kind }) => kind))]).toEqual(expect.arrayContaining(['bad', 'good']));
});

/** Policies on handlers: each is shown in both languages. */
const onHandlers = catalogue.filter((policy) => 'inspect' in policy && !('check' in policy));

test.each(onHandlers.flatMap((policy) => ['.ts', '.js', '.py'].map((ending) => [policy.id, ending, policy] as const)))(
  '%s is shown bad and mended in a handler of %s',
  (_, ending, policy) => {
    const shown = examplesOf(policy).filter(({ files }) => [...files.keys()].some((path) => path.endsWith(ending)));
    expect(shown.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['bad', 'good']));
  },
);

/** Whose documentation a page of a cloud belongs to. */
const hosts = {
  aws: /^https:\/\/(?:docs\.aws\.amazon\.com|aws\.amazon\.com|docs\.powertools\.aws\.dev|www\.serverless\.com)\//,
  azure: /^https:\/\/learn\.microsoft\.com\//,
  google: /^https:\/\/(?:(?:docs\.)?cloud\.google\.com|firebase\.google\.com)\//,
  knative: /^https:\/\/(?:knative\.dev|kubernetes\.io)\//,
  openfaas: /^https:\/\/docs\.openfaas\.com\//,
} as const;

const clouds: Readonly<Record<string, keyof typeof hosts>> = {
  ...Object.fromEntries(amazon.map((framework) => [framework, 'aws'] as const)),
  ...{ bicep: 'azure', arm: 'azure', 'azure-functions': 'azure', 'terraform.azurerm': 'azure' },
  ...{ 'google-cloud': 'google', 'terraform.google': 'google', knative: 'knative', openfaas: 'openfaas' },
};

test('a page stands under the cloud that it is about', () => {
  const strays = catalogue.flatMap(({ id, references: { links } }) =>
    Object.entries(links).flatMap(([cloud, urls]) =>
      urls
        .filter((url) =>
          Object.entries(hosts).some(
            ([own, host]) => (own === cloud) !== host.test(url) && (host.test(url) || own === cloud),
          ),
        )
        .map((url) => `${id} ${cloud} ${url}`),
    ),
  );
  expect(strays).toEqual([]);
});

/** What is the same everywhere has pages about no cloud; a policy with pages about one has them about each in which it speaks. */
test('a finding in any cloud has a page about that cloud', () => {
  const lacking = rows.flatMap(([id, place, { references }]) => {
    const cloud = clouds[place];
    const isGeneral = Object.keys(references.links).every((key) => key === 'any');
    return cloud === undefined || isGeneral || references.links[cloud] ? [] : [`${id} ${cloud}`];
  });
  expect(lacking).toEqual([]);
  const general = catalogue.filter(({ references: { links } }) => Object.keys(links).join() === 'any');
  expect(general.length).toBeLessThan(catalogue.length / 3);
});
