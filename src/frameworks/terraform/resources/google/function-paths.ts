/** Where a type of functions says what, in its section. What is not said has no path. */
export interface FunctionPaths {
  readonly runtime?: readonly string[];
  readonly handler?: readonly string[];
  readonly timeout?: readonly string[];
  readonly memory?: readonly string[];
  /** The first that is said. */
  readonly concurrency: readonly (readonly string[])[];
  readonly account: readonly string[];
  /** The map of variables, or the containers that have lists of them. */
  readonly variables: readonly string[];
}

const run: Pick<FunctionPaths, 'account' | 'variables'> = {
  account: ['template', 'service_account'],
  variables: ['template', 'containers'],
};

/** By the type of a function, service, job or pool of workers. */
export const functionPaths: Readonly<Record<string, FunctionPaths>> = {
  google_cloudfunctions_function: {
    runtime: ['runtime'],
    handler: ['entry_point'],
    timeout: ['timeout'],
    memory: ['available_memory_mb'],
    concurrency: [['max_instances']],
    account: ['service_account_email'],
    variables: ['environment_variables'],
  },
  google_cloudfunctions2_function: {
    runtime: ['build_config', 'runtime'],
    handler: ['build_config', 'entry_point'],
    timeout: ['service_config', 'timeout_seconds'],
    memory: ['service_config', 'available_memory'],
    concurrency: [['service_config', 'max_instance_count']],
    account: ['service_config', 'service_account_email'],
    variables: ['service_config', 'environment_variables'],
  },
  google_cloud_run_v2_service: {
    ...run,
    concurrency: [
      ['template', 'scaling', 'max_instance_count'],
      ['scaling', 'max_instance_count'],
    ],
  },
  google_cloud_run_service: {
    timeout: ['template', 'spec', 'timeout_seconds'],
    concurrency: [
      ['template', 'metadata', 'annotations', 'autoscaling.knative.dev/maxScale'],
      ['metadata', 'annotations', 'run.googleapis.com/maxScale'],
    ],
    account: ['template', 'spec', 'service_account_name'],
    variables: ['template', 'spec', 'containers'],
  },
  google_cloud_run_v2_job: {
    concurrency: [],
    account: ['template', 'template', 'service_account'],
    variables: ['template', 'template', 'containers'],
  },
  google_cloud_run_v2_worker_pool: { ...run, concurrency: [] },
};
