import { beforeAll, expect, test } from '@jest/globals';
import { prepareFrameworks } from '../../../src/stacks/read.js';
import { scanFiles } from '../../support/judging.js';

beforeAll(prepareFrameworks);

interface Front {
  readonly member?: string;
  readonly backend?: string;
  readonly more?: string;
}

/** A service of Google Cloud behind a load balancer, and a security policy that the file declares. */
const behind = ({ member = 'allUsers', backend = '', more = '' }: Front = {}) => `
resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "europe-west1"
  ingress  = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
}
resource "google_cloud_run_v2_service_iam_member" "callers" {
  name   = google_cloud_run_v2_service.orders.name
  role   = "roles/run.invoker"
  member = "${member}"
}
resource "google_compute_region_network_endpoint_group" "orders" {
  name                  = "orders"
  network_endpoint_type = "SERVERLESS"
  cloud_run {
    service = google_cloud_run_v2_service.orders.name
  }
}
resource "google_compute_security_policy" "limits" {
  name = "limits"
}
resource "google_compute_backend_service" "orders" {
  name = "orders"
  ${backend}
  backend {
    group = google_compute_region_network_endpoint_group.orders.id
  }
}
${more}
`;

const told = async (text: string) => {
  const { findings } = await scanFiles(new Map([['main.tf', text]]));
  return findings.filter(({ policy }) => policy === 'waf-missing');
};

test('a load balancer without a security policy is told where it stands', async () => {
  const text = behind();
  const [finding, ...others] = await told(text);
  expect(others).toEqual([]);
  expect(text.slice(finding?.at.start, finding?.at.end)).toContain('google_compute_backend_service');
});

test.each<[string, string]>([
  ['a policy', behind({ backend: 'security_policy = google_compute_security_policy.limits.id' })],
  ['a policy that only the deployment knows', behind({ backend: 'security_policy = data.other.policy.id' })],
  [
    'a policy that a variable names',
    behind({ backend: 'security_policy = var.policy', more: 'variable "policy" {\n  type = string\n}' }),
  ],
  ['a sign-in', behind({ backend: 'iap {\n    enabled = true\n  }' })],
  ['a load balancer inside of a network', behind({ backend: 'load_balancing_scheme = "INTERNAL_MANAGED"' })],
  ['a service that asks who calls', behind({ member: 'serviceAccount:shop@shop.iam.gserviceaccount.com' })],
  ['no load balancer', behind().replace(/resource "google_compute_backend_service"[\s\S]*/, '')],
  ['no sign of a firewall', behind().replace(/resource "google_compute_security_policy"[^}]*\}/, '')],
])('silent: %s', async (_, text) => expect(await told(text)).toEqual([]));
