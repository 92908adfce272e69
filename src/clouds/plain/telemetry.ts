import type { EnvironmentVariable, ServerlessFunction } from '../../model/function.js';
import type { Model } from '../../model/model.js';
import { absent, known } from '../../model/setting.js';
import type { Span } from '../../model/span.js';

const endpoints = new Set([
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
  'OTEL_EXPORTER_ZIPKIN_ENDPOINT',
  'OTEL_EXPORTER_JAEGER_ENDPOINT',
]);

/** Traces are on where the variables name a place that OpenTelemetry sends them to. */
export function tracingBy(environment: readonly EnvironmentVariable[], at: Span): ServerlessFunction['tracing'] {
  const endpoint = environment.find(({ name }) => endpoints.has(name));
  const isOff = environment.some(({ name, value }) => name === 'OTEL_SDK_DISABLED' && known(value) === 'true');
  if (endpoint === undefined || isOff) return absent(at);
  return { kind: 'known', value: 'active', at: endpoint.nameAt, confidence: 'high', write: () => undefined };
}

/** The monitor that OpenTelemetry's settings of functions show. */
export function telemetryOf(functions: readonly ServerlessFunction[]): Model['monitors'] {
  const traced = functions.filter(({ tracing }) => known(tracing) === 'active').map(({ id }) => id);
  return traced.length === 0 ? [] : [{ name: 'OpenTelemetry', functions: traced }];
}
