import { functionNamed } from '../../../clouds/aws/functions/reference.js';
import type { Mapping } from '../../../clouds/aws/mapping.js';
import { referencesIn } from '../../../clouds/aws/references-in.js';
import { statesIn } from '../../../clouds/plain/workflows/states.js';
import { type Codec, flag, words } from '../../../clouds/values/codec.js';
import { type Section, settingOf } from '../../../clouds/values/section.js';
import { together, withWrite } from '../../../clouds/values/writes.js';
import type { Literal } from '../../../model/literal.js';
import type { Edit } from '../../../model/span.js';
import type { Workflow } from '../../../model/store.js';
import { type MapEntry, type Value, valueAt } from '../../../model/value.js';
import { type ConfiguredEvent, eventsOf } from '../resources/events/configured-events.js';
import { normalized } from '../service/names.js';
import type { Service } from '../service/service.js';

const levels = words({ OFF: 'off', FATAL: 'error', ERROR: 'error', ALL: 'all' } as const);
const level: Codec<'off' | 'error' | 'all', Literal> = { read: levels.read, write: () => undefined };
const logRetention = 90;

/** State machines of the plugin for Step Functions. */
export function workflowsOf(service: Service, mapping: Mapping): readonly Workflow[] {
  return machinesOf(service).map((machine) => {
    const { key, keyAt, value } = machine;
    const section: Section = { map: value, at: keyAt, reading: service.reading };
    return {
      id: `stateMachine ${key}`,
      type: 'stateMachine',
      at: keyAt,
      whole: keyAt,
      kind: 'workflow',
      logging: withWrite<'off' | 'error' | 'all', Literal, 'new'>(
        settingOf(section, ['loggingConfig', 'level'], level),
        () => () => writeLogging(service, mapping, machine),
      ),
      executionData: settingOf(section, ['loggingConfig', 'includeExecutionData'], flag),
      tracing: settingOf(section, ['tracingConfig', 'enabled'], flag),
      invokes: invokedBy(mapping, value),
      ...definitionOf(service, value),
    };
  });
}

function definitionOf({ reading }: Service, machine: Value): Pick<Workflow, 'definition'> {
  const definition = statesIn(valueAt(machine, 'definition'), reading);
  return definition === undefined ? {} : { definition };
}

function machinesOf({ root }: Service): readonly MapEntry[] {
  const machines = valueAt(root, 'stepFunctions', 'stateMachines');
  return machines?.kind === 'map' ? machines.entries : [];
}

/** The plugin gives the role of the state machine the permissions to write its logs. */
function writeLogging(
  { reading }: Service,
  { template }: Mapping,
  { key, value }: MapEntry,
): readonly Edit[] | undefined {
  if (value.kind !== 'map' || valueAt(value, 'loggingConfig') !== undefined) return undefined;
  const id = `${normalized(key)}ExecutionLogs`;
  const group = { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: logRetention } };
  const destinations = [{ refersTo: id, attribute: 'arn' as const }];
  const logging = { level: 'ERROR', includeExecutionData: false, destinations };
  return together(template.declare(id, group), reading.writer.insert(value, ['loggingConfig'], logging));
}

function invokedBy(mapping: Mapping, machine: Value): readonly string[] {
  const called = referencesIn(valueAt(machine, 'definition')).flatMap((to) => functionNamed(mapping, to) ?? []);
  return [...new Set(called)];
}

/** Requests that start state machines: events like those of functions, of the same API. */
export function machineEvents(service: Service): readonly ConfiguredEvent[] {
  return machinesOf(service).flatMap(({ key, keyAt, value }) => {
    const section: Section = { map: value, at: keyAt, reading: service.reading };
    return eventsOf(service, { id: `stateMachine ${key}`, key, at: keyAt, whole: keyAt, section });
  });
}
