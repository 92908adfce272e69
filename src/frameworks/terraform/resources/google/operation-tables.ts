import { argument, block, blocks, type Fields } from '../field.js';
import type { GoogleTable } from './google-tables.js';

const holders = ['project', 'folder', 'organization', 'billing_account'] as const;

function each(kind: string, table: GoogleTable): Readonly<Record<string, GoogleTable>> {
  return Object.fromEntries(holders.map((holder) => [`google_logging_${holder}_${kind}`, table]));
}

const backendService: GoogleTable = {
  asset: 'compute.googleapis.com/BackendService',
  fields: {
    securityPolicy: argument('security_policy'),
    loadBalancingScheme: argument('load_balancing_scheme'),
    backends: blocks('backend', { group: argument('group') }),
    iap: block('iap', { enabled: argument('enabled'), oauth2ClientId: argument('oauth2_client_id') }),
  },
};

const customRole: GoogleTable = {
  asset: 'iam.googleapis.com/Role',
  fields: { includedPermissions: argument('permissions'), roleId: argument('role_id') },
};

const filtered: Fields = { filter: argument('filter'), query: argument('query') };

/** Who acts, what stands in front of functions, and what is written down and watched of them. */
export const operationTables: Readonly<Record<string, GoogleTable>> = {
  google_service_account: { asset: 'iam.googleapis.com/ServiceAccount', fields: { accountId: argument('account_id') } },
  google_iam_workload_identity_pool_provider: {
    asset: 'iam.googleapis.com/WorkloadIdentityPoolProvider',
    fields: {
      attributeCondition: argument('attribute_condition'),
      oidc: block('oidc', { issuerUri: argument('issuer_uri') }),
    },
  },
  google_project_iam_custom_role: customRole,
  google_organization_iam_custom_role: customRole,
  google_compute_ssl_policy: {
    asset: 'compute.googleapis.com/SslPolicy',
    fields: { minTlsVersion: argument('min_tls_version') },
  },
  google_compute_security_policy: { asset: 'compute.googleapis.com/SecurityPolicy', fields: {} },
  google_compute_region_security_policy: { asset: 'compute.googleapis.com/SecurityPolicy', fields: {} },
  google_compute_backend_service: backendService,
  google_compute_region_backend_service: backendService,
  google_compute_region_network_endpoint_group: {
    asset: 'compute.googleapis.com/NetworkEndpointGroup',
    fields: {
      cloudRun: block('cloud_run', { service: argument('service') }),
      cloudFunction: block('cloud_function', { function: argument('function') }),
    },
  },
  google_api_gateway_api_config: {
    asset: 'apigateway.googleapis.com/ApiConfig',
    fields: {
      gatewayConfig: block('gateway_config', {
        backendConfig: block('backend_config', { googleServiceAccount: argument('google_service_account') }),
      }),
    },
  },
  ...each('bucket_config', {
    asset: 'logging.googleapis.com/LogBucket',
    fields: { retentionDays: argument('retention_days'), name: argument('bucket_id') },
  }),
  ...each('exclusion', {
    asset: 'logging.googleapis.com/LogExclusion',
    fields: { filter: argument('filter'), disabled: argument('disabled') },
  }),
  google_billing_budget: {
    asset: 'billingbudgets.googleapis.com/Budget',
    fields: {
      thresholdRules: blocks('threshold_rules', {
        thresholdPercent: argument('threshold_percent'),
        spendBasis: argument('spend_basis'),
      }),
      notificationsRule: block('all_updates_rule', {
        pubsubTopic: argument('pubsub_topic'),
        monitoringNotificationChannels: argument('monitoring_notification_channels'),
        disableDefaultIamRecipients: argument('disable_default_iam_recipients'),
      }),
    },
  },
  google_workflows_workflow: {
    asset: 'workflows.googleapis.com/Workflow',
    fields: { sourceContents: argument('source_contents') },
  },
  google_monitoring_alert_policy: {
    asset: 'monitoring.googleapis.com/AlertPolicy',
    fields: {
      enabled: argument('enabled'),
      notificationChannels: argument('notification_channels'),
      conditions: blocks('conditions', {
        conditionThreshold: block('condition_threshold', filtered),
        conditionAbsent: block('condition_absent', filtered),
        conditionMatchedLog: block('condition_matched_log', filtered),
        conditionPrometheusQueryLanguage: block('condition_prometheus_query_language', filtered),
      }),
    },
  },
};
