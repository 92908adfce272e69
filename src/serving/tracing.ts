/** OpenTelemetry's own variables: https://opentelemetry.io/docs/specs/otel/protocol/exporter/ */
type Variables = Readonly<Record<string, string | undefined>>;

/** Sends traces by OTLP where the operator says so; the library is loaded only then. Answers what ends it. */
export async function startTracing(variables: Variables): Promise<() => Promise<void>> {
  const isWanted = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'].some(
    (name) => variables[name],
  );
  if (!isWanted || variables.OTEL_SDK_DISABLED === 'true' || variables.OTEL_TRACES_EXPORTER === 'none') {
    return async () => undefined;
  }
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-proto'),
  ]);
  const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())] });
  provider.register();
  return () => provider.shutdown();
}
