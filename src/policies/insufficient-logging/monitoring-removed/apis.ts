import type { Stack } from '../../../facts/stack.js';
import { known } from '../../../model/setting.js';
import type { Problem } from '../../definition.js';
import { lostSetting, surviving } from '../../lost-setting.js';

/** Access logs, execution logs and traces that APIs had and have no more. */
export function* lostOfApis(base: Stack, head: Stack): Generator<Problem> {
  for (const { before, after } of surviving(base.apis, head.apis)) {
    yield* lostSetting({
      about: after,
      base: before.accessLog,
      head: after.accessLog,
      isEvidence: () => true,
      byDefault: false,
      restored: 'new',
      says: `${after.id} no longer has an access log`,
      kind: 'access-log',
      instead: { policy: 'api-logging-off', discriminator: 'access-log' },
    });
    yield* lostSetting({
      about: after,
      base: before.executionLog,
      head: after.executionLog,
      isEvidence: (level) => level !== 'off',
      byDefault: false,
      restored: known(before.executionLog),
      says: `${after.id} no longer has an execution log`,
      kind: 'execution-log',
      instead: { policy: 'api-logging-off', discriminator: 'execution-log' },
    });
    yield* lostTrace(before.tracing, after.tracing, after);
  }
}

/** Logs and traces that workflows had and have no more. */
export function* lostOfWorkflows(base: Stack, head: Stack): Generator<Problem> {
  for (const { before, after } of surviving(base.workflows, head.workflows)) {
    yield* lostSetting({
      about: after,
      base: before.logging,
      head: after.logging,
      isEvidence: (level) => level !== 'off',
      byDefault: false,
      restored: 'new',
      says: `${after.id} no longer logs its executions`,
      kind: 'logging',
      instead: { policy: 'api-logging-off' },
    });
    yield* lostTrace(before.tracing, after.tracing, after);
  }
}

type Tracing = Stack['apis'][number]['tracing'];

function lostTrace(base: Tracing, head: Tracing, about: { readonly id: string }): readonly Problem[] {
  const says = `${about.id} is no longer traced`;
  return lostSetting({
    about,
    base,
    head,
    isEvidence: (on) => on,
    byDefault: false,
    restored: true,
    says,
    kind: 'tracing',
    instead: { policy: 'tracing-off' },
  });
}
