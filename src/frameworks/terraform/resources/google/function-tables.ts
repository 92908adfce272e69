import { argument, block, blocks, type Fields } from '../field.js';
import type { GoogleTable } from './google-tables.js';

const containers = blocks('containers', {
  image: argument('image'),
  env: blocks('env', { name: argument('name'), value: argument('value') }),
});

const eventTrigger = block('event_trigger', {
  eventType: argument('event_type'),
  resource: argument('resource'),
  pubsubTopic: argument('pubsub_topic'),
  retryPolicy: argument('retry_policy'),
  failurePolicy: block('failure_policy', { retry: argument('retry') }),
  eventFilters: blocks('event_filters', { attribute: argument('attribute'), value: argument('value') }),
});

const annotated = block('metadata', { annotations: argument('annotations') });
const scaling = block('scaling', { maxInstanceCount: argument('max_instance_count') });
const workload: Fields = { serviceAccount: argument('service_account'), containers };

/** Cloud Functions of both generations and what Cloud Run runs: services, jobs, pools of workers. */
export const functionTables: Readonly<Record<string, GoogleTable>> = {
  google_cloudfunctions_function: {
    asset: 'cloudfunctions.googleapis.com/CloudFunction',
    fields: {
      name: argument('name'),
      runtime: argument('runtime'),
      entryPoint: argument('entry_point'),
      sourceArchiveObject: argument('source_archive_object'),
      timeout: argument('timeout'),
      availableMemoryMb: argument('available_memory_mb'),
      maxInstances: argument('max_instances'),
      environmentVariables: argument('environment_variables'),
      serviceAccountEmail: argument('service_account_email'),
      httpsTrigger: argument('trigger_http'),
      securityLevel: argument('https_trigger_security_level'),
      ingressSettings: argument('ingress_settings'),
      eventTrigger,
    },
  },
  google_cloudfunctions2_function: {
    asset: 'cloudfunctions.googleapis.com/Function',
    fields: {
      name: argument('name'),
      buildConfig: block('build_config', {
        runtime: argument('runtime'),
        entryPoint: argument('entry_point'),
        source: block('source', { storageSource: block('storage_source', { object: argument('object') }) }),
      }),
      serviceConfig: block('service_config', {
        maxInstanceCount: argument('max_instance_count'),
        availableMemory: argument('available_memory'),
        timeoutSeconds: argument('timeout_seconds'),
        environmentVariables: argument('environment_variables'),
        serviceAccountEmail: argument('service_account_email'),
        ingressSettings: argument('ingress_settings'),
      }),
      eventTrigger,
    },
  },
  google_cloud_run_v2_service: {
    asset: 'run.googleapis.com/Service',
    fields: {
      name: argument('name'),
      iapEnabled: argument('iap_enabled'),
      ingress: argument('ingress'),
      invokerIamDisabled: argument('invoker_iam_disabled'),
      defaultUriDisabled: argument('default_uri_disabled'),
      scaling,
      template: block('template', { ...workload, scaling }),
    },
  },
  google_cloud_run_v2_job: {
    asset: 'run.googleapis.com/Job',
    fields: { name: argument('name'), template: block('template', { template: block('template', workload) }) },
  },
  google_cloud_run_v2_worker_pool: {
    asset: 'run.googleapis.com/WorkerPool',
    fields: { name: argument('name'), template: block('template', workload) },
  },
  google_cloud_run_service: {
    asset: 'serving.knative.dev/Service',
    fields: {
      name: argument('name'),
      metadata: annotated,
      template: block('template', {
        metadata: annotated,
        spec: block('spec', {
          serviceAccountName: argument('service_account_name'),
          timeoutSeconds: argument('timeout_seconds'),
          containers,
        }),
      }),
    },
  },
};
