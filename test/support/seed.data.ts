/** A threat, a defence or a system that serverless security names, and the policies that speak about it; the most telling first. */
export interface Topic {
  readonly name: string;
  readonly policies: readonly string[];
  /** What stands in the name or the text of the example that is shown, where that has to be about the topic itself. */
  readonly shows?: RegExp;
}

const injection = [
  ...['event-to-code-eval', 'event-to-os-command', 'event-to-sql', 'event-to-nosql', 'event-to-file-path'],
  ...['event-to-html', 'event-to-outbound-url', 'event-to-unsafe-parser', 'event-to-template', 'event-to-log'],
  'event-to-resource-name',
];

/** The seven threats. */
export const threats: readonly Topic[] = [
  {
    name: 'Event injection',
    policies: [
      ...injection,
      ...['handler-input-unvalidated', 'request-validation-missing', 'broad-event-subscription', 'event-to-prompt'],
      ...['cross-invocation-state', 'unsigned-webhook'],
      ...['public-resource-policy', 'invoke-permission-unscoped', 'public-bucket'],
    ],
  },
  {
    name: 'Over-privileged permissions',
    policies: [
      ...[
        'admin-grant',
        'wildcard-action',
        'wildcard-resource',
        'privilege-escalation-grant',
        'role-shared-by-functions',
      ],
      ...['unused-grant', 'role-trust-too-wide', 'public-resource-policy', 'invoke-permission-unscoped'],
      ...['exposed-power-path', 'secret-read-wildcard', 'default-service-identity', 'microvm-too-open'],
    ],
  },
  {
    name: 'Insufficient logging and monitoring',
    policies: [
      ...['log-retention-missing', 'log-group-undeclared', 'function-logging-off', 'tracing-off', 'api-logging-off'],
      ...['function-alarm-missing', 'failure-backlog-alarm-missing', 'trail-incomplete', 'monitoring-removed'],
      ...['verbose-error-response', 'protection-removed', 'request-data-logged'],
    ],
  },
  {
    name: 'Components with known vulnerabilities',
    policies: [
      ...['vulnerable-dependency', 'malicious-package', 'dependency-typosquat', 'install-script-added'],
      ...['unpinned-component', 'deprecated-runtime', 'unknown-layer-publisher', 'lockfile-tampered', 'fresh-version'],
    ],
  },
  {
    name: 'Broken authentication',
    policies: [
      ...['route-without-authorizer', 'function-url-open', 'api-key-only-auth', 'cors-too-wide', 'azure-app-auth-off'],
      ...['token-verification-weak', 'authorizer-removed', 'identity-pool-weak', 'public-resource-policy'],
      'unsigned-webhook',
    ],
  },
  {
    name: 'Budget exhaustion (Denial of Wallet)',
    policies: [
      ...['concurrency-unbounded', 'api-throttling-missing', 'per-client-limit-missing', 'waf-missing', 'trigger-loop'],
      ...['async-failure-unhandled', 'queue-redrive-missing', 'stream-retry-unbounded', 'timeout-excessive'],
      ...['budget-missing', 'internal-api-public', 'workflow-unguarded'],
    ],
  },
  {
    name: 'Shadow APIs',
    policies: [
      ...[
        'undocumented-route',
        'removed-from-doc-still-deployed',
        'gateway-bypass',
        'catch-all-route',
        'stage-wildcard',
      ],
      ...['orphan-function', 'management-surface-open', 'function-url-open', 'api-logging-off'],
    ],
  },
];

/** The ten defences. */
export const defences: readonly Topic[] = [
  {
    name: '1. Strong input validation',
    policies: ['handler-input-unvalidated', 'request-validation-missing', ...injection],
  },
  {
    name: '2. Least privilege',
    policies: [
      ...['admin-grant', 'wildcard-action', 'wildcard-resource', 'privilege-escalation-grant', 'unused-grant'],
      ...['role-trust-too-wide', 'secret-read-wildcard', 'default-service-identity'],
    ],
  },
  {
    name: '3. Monitoring and logging tools, security events in real time',
    policies: [
      ...['tracing-off', 'log-retention-missing', 'log-group-undeclared', 'function-logging-off'],
      ...['function-alarm-missing', 'failure-backlog-alarm-missing', 'trail-incomplete', 'monitoring-removed'],
    ],
  },
  {
    name: '4. Less storage of high-risk data, and encryption',
    policies: [
      ...['data-lifecycle-missing', 'encryption-disabled', 'public-bucket', 'plaintext-secret-in-env'],
      ...['secret-in-source', 'request-data-logged', 'cross-invocation-state', 'log-retention-missing'],
    ],
  },
  {
    name: '5. Enforced authentication (Microsoft Entra ID, formerly Azure AD)',
    policies: [
      ...['azure-app-auth-off', 'route-without-authorizer', 'api-key-only-auth', 'token-verification-weak'],
      ...['authorizer-removed', 'identity-pool-weak', 'default-service-identity'],
    ],
  },
  {
    name: '6. Budget limit, throttling per client, private gateways for internal APIs',
    policies: [
      ...['budget-missing', 'api-throttling-missing', 'per-client-limit-missing', 'waf-missing', 'internal-api-public'],
      'gateway-bypass',
    ],
  },
  {
    name: '7. One minimal role for each function',
    policies: ['role-shared-by-functions', 'unused-grant', 'default-service-identity'],
  },
  {
    name: '8. No poor-quality code, static analysis',
    policies: [
      ...[
        'static-analysis-missing',
        'oversized-or-swallowing-handler',
        'verbose-error-response',
        'all-in-one-function',
      ],
    ],
  },
  {
    name: '9. Secure transfer: verified certificates, signed requests, HTTPS everywhere, no trust in third parties',
    policies: [
      ...['tls-verification-disabled', 'unsigned-webhook', 'token-verification-weak', 'cleartext-endpoint'],
      ...['tls-version-old', 'store-allows-cleartext', 'https-not-enforced', 'event-to-outbound-url'],
      ...['unknown-layer-publisher', 'unpinned-component'],
    ],
  },
  {
    name: '10. Minimal granularity: small functions with their own dependencies, no bulk deployments',
    policies: [
      ...[
        'all-in-one-function',
        'package-not-individual',
        'bundle-too-wide',
        'bulk-function-change',
        'catch-all-route',
      ],
    ],
  },
];

/** Systems by name. */
export const systems: readonly Topic[] = [
  { name: 'AWS X-Ray', policies: ['tracing-off'], shows: /Tracing(?:Config)?:/ },
  {
    name: 'Amazon CloudWatch',
    policies: [
      ...['log-retention-missing', 'log-group-undeclared', 'api-logging-off', 'function-alarm-missing'],
      'failure-backlog-alarm-missing',
    ],
    shows: /AWS::Logs::LogGroup/,
  },
  { name: 'AWS CloudTrail', policies: ['trail-incomplete', 'monitoring-removed'], shows: /CloudTrail/ },
  { name: 'Dashbird', policies: ['function-alarm-missing', 'monitoring-removed', 'tracing-off'], shows: /dashbird/ },
  {
    name: 'Microsoft Entra ID (Azure AD)',
    policies: ['azure-app-auth-off', 'default-service-identity'],
    shows: /authsettingsV2|active_directory/,
  },
  { name: 'SonarQube', policies: ['static-analysis-missing', 'verbose-error-response'], shows: /sonar/i },
  { name: 'CloudEvents', policies: ['broad-event-subscription'], shows: /eventing\.knative\.dev/ },
  {
    name: 'Knative',
    policies: [
      ...['route-without-authorizer', 'concurrency-unbounded', 'async-failure-unhandled', 'internal-api-public'],
      ...['management-surface-open', 'https-not-enforced'],
    ],
    shows: /serving\.knative\.dev/,
  },
  { name: 'Serverless Workflow', policies: ['workflow-unguarded'], shows: /serverless-workflow/ },
  { name: 'OpenTelemetry', policies: ['tracing-off', 'monitoring-removed'], shows: /OTEL_|opentelemetry|aws-otel/i },
  {
    name: 'Several clouds and data centres in one repository',
    policies: ['cleartext-endpoint', 'tls-verification-disabled', 'default-service-identity', 'role-trust-too-wide'],
    shows: /aws_lambda_function[\s\S]*google_cloudfunctions2_function/,
  },
];
