/**
 * Issuers whose tokens anyone with an account there can get: a role that takes them has to say whose. By the claims that say so.
 * Sources, read 2026-11-26: docs.github.com/actions/concepts/security/openid-connect ("at least one condition"),
 * docs.gitlab.com/ci/cloud_services, developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials,
 * docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html (what IAM calls shared providers).
 */
export const sharedIssuers: ReadonlyMap<string, string> = new Map([
  ['token.actions.githubusercontent.com', 'repository'],
  ['gitlab.com', 'project'],
  ['app.terraform.io', 'organization'],
  ['cognito-identity.amazonaws.com', 'identity pool'],
  ['accounts.google.com', 'client'],
  ['graph.facebook.com', 'app'],
  ['www.amazon.com', 'app'],
]);

/** Of these the audience says whose a token is; of others everyone has the same. */
export const audienceIssuers: ReadonlySet<string> = new Set([
  'cognito-identity.amazonaws.com',
  'accounts.google.com',
  'graph.facebook.com',
  'www.amazon.com',
]);
