import { type Meter, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import type { Placed } from '../findings/finding.js';
import type { Backlog } from '../jobs/store/tasks.js';

/** What is counted and measured. Values are numbers and names that Postern or GitHub gave: never text of a repository. */
export interface Figures {
  readonly delivery: (event: string, outcome: string) => void;
  readonly review: (conclusion: string, milliseconds: number, findings: readonly Placed[]) => void;
  readonly calls: (installation: number, calls: number) => void;
  readonly budget: (installation: number, left: number) => void;
  readonly failure: (cause: string) => void;
  /** Measures a stage of a review. */
  readonly stage: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** One span around an attempt at a job, in which its stages stand. */
  readonly attempt: <T>(told: Readonly<Record<string, string | number>>, work: () => Promise<T>) => Promise<T>;
  /** In Prometheus's own format. */
  readonly render: () => Promise<string>;
}

/** Seconds at which the histograms are cut. */
const boundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 180];

export function createFigures(backlog: () => Promise<Backlog>): Figures {
  const exporter = new PrometheusExporter({
    preventServerStart: true,
    withoutScopeInfo: true,
    withoutTargetInfo: true,
  });
  const meter = new MeterProvider({ readers: [exporter] }).getMeter('postern');
  const tracer = trace.getTracer('postern');
  const seconds = { advice: { explicitBucketBoundaries: boundaries } };
  const counters = countersOf(meter);
  const reviewTime = meter.createHistogram('postern_review_seconds', { description: 'Whole reviews', ...seconds });
  const stageTime = meter.createHistogram('postern_stage_seconds', { description: 'Reviews by stage', ...seconds });
  const left = meter.createGauge('postern_github_budget', { description: 'Calls that GitHub has left for an hour' });
  watchBacklog(meter, backlog);
  return {
    delivery: (event, outcome) => counters.deliveries.add(1, { event, outcome }),
    review: (conclusion, milliseconds, findings) => {
      counters.reviews.add(1, { conclusion });
      reviewTime.record(milliseconds / 1000);
      for (const { policy, severity, status } of findings) {
        if (status === 'introduced' || status === 'worsened') counters.findings.add(1, { policy, severity });
      }
    },
    calls: (installation, calls) => counters.calls.add(calls, { installation }),
    budget: (installation, calls) => left.record(calls, { installation }),
    failure: (cause) => counters.failures.add(1, { cause }),
    stage: (name, work) =>
      tracer.startActiveSpan(name, async (span) => {
        const begun = performance.now();
        const ended = () => stageTime.record((performance.now() - begun) / 1000, { stage: name });
        return await spanned(span, work).finally(ended);
      }),
    attempt: (attributes, work) => tracer.startActiveSpan('job', { attributes }, (span) => spanned(span, work)),
    render: () => render(exporter),
  };
}

function countersOf(meter: Meter) {
  return {
    deliveries: meter.createCounter('postern_deliveries', { description: 'Webhooks with a right signature' }),
    reviews: meter.createCounter('postern_reviews', { description: 'Concluded reviews' }),
    findings: meter.createCounter('postern_findings', { description: 'New findings of concluded reviews' }),
    calls: meter.createCounter('postern_github_calls', { description: 'Calls to the API of GitHub' }),
    failures: meter.createCounter('postern_failures', { description: 'Jobs and background work that failed' }),
  };
}

async function spanned<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failed(span, error);
  } finally {
    span.end();
  }
}

/** A trace says that a stage failed, and not with which words. */
function failed(span: Span, error: unknown): unknown {
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'Error' });
  return error;
}

function watchBacklog(meter: Meter, backlog: () => Promise<Backlog>): void {
  const depth = meter.createObservableGauge('postern_queue_jobs', { description: 'Accepted jobs that are not done' });
  const age = meter.createObservableGauge('postern_queue_age_seconds', { description: 'Wait of the oldest job' });
  const memory = meter.createObservableGauge('postern_memory_bytes', {
    description: 'Resident memory of this process',
  });
  memory.addCallback((observer) => observer.observe(process.memoryUsage.rss()));
  meter.addBatchObservableCallback(
    async (observer) => {
      const { waiting, running, oldest } = await backlog();
      observer.observe(depth, waiting, { state: 'waiting' });
      observer.observe(depth, running, { state: 'running' });
      observer.observe(age, oldest);
    },
    [depth, age],
  );
}

async function render(exporter: PrometheusExporter): Promise<string> {
  const { resourceMetrics } = await exporter.collect();
  return new PrometheusSerializer(undefined, false, undefined, true, true).serialize(resourceMetrics);
}
