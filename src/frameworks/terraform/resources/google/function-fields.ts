import { same } from '../cloud.js';
import { block, blocks, type Fields } from '../field.js';

const container = {
  ...same('image'),
  env: blocks('env', {
    ...same('name', 'value'),
    value_source: block('value_source', {}),
    value_from: block('value_from', {}),
  }),
};
const trigger = block('event_trigger', {
  ...same('event_type', 'resource', 'pubsub_topic', 'retry_policy'),
  failure_policy: block('failure_policy', same('retry')),
  event_filters: blocks('event_filters', same('attribute', 'value')),
});

/** Cloud Functions of both generations and what Cloud Run runs: services, jobs, pools of workers. */
export const functionFields: Readonly<Record<string, Fields>> = {
  google_cloudfunctions_function: {
    ...same(
      'name',
      'runtime',
      'entry_point',
      'timeout',
      'available_memory_mb',
      'max_instances',
      'environment_variables',
    ),
    ...same('service_account_email', 'trigger_http', 'ingress_settings', 'https_trigger_security_level'),
    event_trigger: trigger,
  },
  google_cloudfunctions2_function: {
    ...same('name'),
    build_config: block('build_config', same('runtime', 'entry_point', 'environment_variables')),
    service_config: block('service_config', {
      ...same('max_instance_count', 'available_memory', 'timeout_seconds', 'environment_variables'),
      ...same('service_account_email', 'ingress_settings'),
    }),
    event_trigger: trigger,
  },
  google_cloud_run_v2_service: {
    ...same('name', 'iap_enabled', 'ingress', 'invoker_iam_disabled', 'default_uri_disabled'),
    scaling: block('scaling', same('max_instance_count')),
    template: block('template', {
      ...same('service_account'),
      scaling: block('scaling', same('max_instance_count')),
      containers: blocks('containers', container),
    }),
  },
  google_cloud_run_v2_job: {
    ...same('name'),
    template: block('template', {
      template: block('template', { ...same('service_account'), containers: blocks('containers', container) }),
    }),
  },
  google_cloud_run_v2_worker_pool: {
    ...same('name'),
    template: block('template', { ...same('service_account'), containers: blocks('containers', container) }),
  },
  google_cloud_run_service: {
    ...same('name'),
    metadata: block('metadata', same('annotations')),
    template: block('template', {
      metadata: block('metadata', same('annotations')),
      spec: block('spec', {
        ...same('service_account_name', 'timeout_seconds'),
        containers: blocks('containers', container),
      }),
    }),
  },
};
