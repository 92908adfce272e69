/** What in a function's configuration shows that a monitor instruments it. All compared in lower case. */
export interface MonitorSigns {
  readonly name: string;
  /** Whole names or, with a trailing underscore, prefixes of environment variables. */
  readonly variables: readonly string[];
  /** Parts of a layer's ARN, of the handler that wraps the function's own, or of the wrapper script. */
  readonly parts: readonly string[];
}

/**
 * Compiled 2026-11-25 from: OpenTelemetry environment specification and AWS Distro for OpenTelemetry layers; the Lambda
 * set-up pages of Datadog, New Relic, Lumigo, Sentry, Dynatrace, Elastic APM, Honeycomb, Splunk, Epsagon, Thundra and
 * Catchpoint; Application Insights connection strings (Microsoft Learn).
 */
export const monitorSigns: readonly MonitorSigns[] = [
  {
    name: 'OpenTelemetry',
    variables: ['otel_', 'opentelemetry_collector_config_file', 'opentelemetry_collector_config_uri'],
    parts: ['otel', 'opentelemetry'],
  },
  { name: 'Datadog', variables: ['dd_'], parts: ['datadog'] },
  { name: 'New Relic', variables: ['new_relic_'], parts: ['newrelic', 'new-relic'] },
  { name: 'Lumigo', variables: ['lumigo_'], parts: ['lumigo'] },
  {
    name: 'Sentry',
    variables: ['sentry_dsn'],
    parts: ['sentrynodeserverlesssdk', 'sentrypythonserverlesssdk', 'sentry_sdk'],
  },
  { name: 'Dynatrace', variables: ['dt_tenant', 'dt_cluster', 'dt_connection_'], parts: ['dynatrace'] },
  { name: 'Elastic', variables: ['elastic_apm_'], parts: ['elastic-apm'] },
  { name: 'Honeycomb', variables: ['honeycomb_', 'libhoney_'], parts: ['honeycomb'] },
  { name: 'Splunk', variables: ['splunk_', 'signalfx_'], parts: ['splunk', 'signalfx'] },
  { name: 'Epsagon', variables: ['epsagon_'], parts: ['epsagon'] },
  { name: 'Thundra', variables: ['thundra_'], parts: ['thundra'] },
  { name: 'Catchpoint', variables: ['catchpoint_'], parts: ['catchpoint'] },
  {
    name: 'Application Insights',
    variables: ['applicationinsights_connection_string', 'appinsights_instrumentationkey'],
    parts: [],
  },
];
