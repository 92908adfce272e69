import { monitorOf } from '../../../facts/logging/monitoring.js';
import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { known } from '../../../model/setting.js';
import type { Problem } from '../../definition.js';
import { lostSetting, surviving } from '../../lost-setting.js';

/** Traces, logs and monitors that functions had and have no more. A monitor of the new side replaces the platform's evidence. */
export function* lostOfFunctions(base: Stack, head: Stack, external: string | undefined): Generator<Problem> {
  for (const { before, after } of surviving(base.functions, head.functions)) {
    if (monitorOf(after, head, external)) continue;
    const monitor = monitorOf(before, base, external);
    const traces = [...lostTraces(before.tracing, after.tracing, { about: after, monitor })];
    yield* traces;
    yield* lostSetting({
      about: after,
      base: before.logging,
      head: after.logging,
      isEvidence: (logs) => logs,
      byDefault: true,
      restored: true,
      says: `${after.id} no longer writes logs`,
      kind: 'logging',
      instead: { policy: 'function-logging-off' },
    });
    if (monitor !== undefined && !(traces.length > 0 && isTracer(monitor))) {
      yield {
        about: after,
        at: after.at,
        discriminator: 'monitor',
        message: `${after.id} is no longer monitored by ${monitor}.`,
      };
    }
  }
}

/** Monitors that are what traces functions: with them the traces are gone, which is one loss. */
function isTracer(monitor: string | undefined): boolean {
  return monitor === 'OpenTelemetry' || monitor === 'Application Insights';
}

type Tracing = ServerlessFunction['tracing'];

function lostTraces(
  base: Tracing,
  head: Tracing,
  { about, monitor }: { readonly about: ServerlessFunction; readonly monitor: string | undefined },
): readonly Problem[] {
  return lostSetting({
    about,
    base,
    head,
    isEvidence: (mode) => mode === 'active',
    byDefault: false,
    restored: 'active',
    says: isTracer(monitor) ? `${about.id} is no longer monitored by ${monitor}` : `${about.id} is no longer traced`,
    kind: 'tracing',
    instead: { policy: 'tracing-off' },
  });
}

/** Log groups that are gone while their functions stay, and retention that fell below the least. */
export function* lostLogGroups(base: Stack, head: Stack, leastDays: number): Generator<Problem> {
  const functions = new Map(head.functions.map((fn) => [fn.id, fn]));
  const kept = new Set(head.logGroups.map(({ id }) => id));
  for (const group of base.logGroups.filter(({ id }) => !kept.has(id))) {
    const left = group.functions.filter((id) => functions.get(id)?.logGroup.kind === 'absent');
    if (left.length === 0 || head.open) continue;
    const message = `Log group ${group.id} of ${left.join(', ')} is no longer declared.`;
    yield { about: group, at: group.at, side: 'base', discriminator: 'log-group', message };
  }
  for (const { before, after } of surviving(base.logGroups, head.logGroups)) {
    yield* lostSetting({
      about: after,
      base: before.retention,
      head: after.retention,
      isEvidence: (days) => days === 0 || days >= leastDays,
      byDefault: true,
      restored: known(before.retention) || undefined,
      says: `${after.id} now keeps logs for less than ${leastDays} days`,
      kind: 'retention',
      instead: { policy: 'log-retention-missing' },
    });
  }
}
