import type { Workflow } from '../../../model/store.js';
import { type MapEntry, type Value, valueAt } from '../../../model/value.js';
import { functionNamed } from '../../cloudformation/resources/function-reference.js';
import type { Mapping } from '../../cloudformation/resources/mapping.js';
import { referencesIn } from '../../cloudformation/resources/references-in.js';
import { flag, words } from '../../reading/codec.js';
import { type Section, settingOf } from '../../reading/section.js';
import { unwritable } from '../../reading/writes.js';
import type { Service } from '../service/service.js';

const level = words({ OFF: 'off', FATAL: 'error', ERROR: 'error', ALL: 'all' } as const);

/** State machines of the plugin for Step Functions. */
export function workflowsOf({ root, reading }: Service, mapping: Mapping): readonly Workflow[] {
  const machines = valueAt(root, 'stepFunctions', 'stateMachines');
  const entries: readonly MapEntry[] = machines?.kind === 'map' ? machines.entries : [];
  return entries.map(({ key, keyAt, value }) => {
    const section: Section = { map: value, at: keyAt, reading };
    return {
      id: `stateMachine ${key}`,
      type: 'stateMachine',
      at: keyAt,
      whole: keyAt,
      kind: 'workflow',
      logging: unwritable(settingOf(section, ['loggingConfig', 'level'], level)),
      executionData: settingOf(section, ['loggingConfig', 'includeExecutionData'], flag),
      tracing: settingOf(section, ['tracingConfig', 'enabled'], flag),
      invokes: invokedBy(mapping, value),
    };
  });
}

function invokedBy(mapping: Mapping, machine: Value): readonly string[] {
  const called = referencesIn(valueAt(machine, 'definition')).flatMap((to) => functionNamed(mapping, to) ?? []);
  return [...new Set(called)];
}
