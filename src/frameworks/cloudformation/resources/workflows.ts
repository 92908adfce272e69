import type { Workflow } from '../../../model/store.js';
import { type Value, valueAt } from '../../../model/value.js';
import { flag, words } from '../../reading/codec.js';
import { unwritable } from '../../reading/writes.js';
import type { Declared } from '../template.js';
import { functionNamed } from './function-reference.js';
import { declarationOf, type Mapping, property, setting } from './mapping.js';
import { referencesIn } from './references-in.js';

const workflowTypes = ['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'] as const;

const level = words({ OFF: 'off', FATAL: 'error', ERROR: 'error', ALL: 'all' } as const);

/** Step Functions state machines. A log needs rights for the workflow's role that nobody wrote, so none is added. */
export function mapWorkflows(mapping: Mapping): readonly Workflow[] {
  return mapping.ofType(...workflowTypes).map((declared) => {
    const isSam = declared.type === 'AWS::Serverless::StateMachine';
    const log = isSam ? 'Logging' : 'LoggingConfiguration';
    return {
      ...declarationOf(declared),
      kind: 'workflow',
      logging: unwritable(setting(declared, [log, 'Level'], level)),
      executionData: setting(declared, [log, 'IncludeExecutionData'], flag),
      tracing: setting(declared, [isSam ? 'Tracing' : 'TracingConfiguration', 'Enabled'], flag),
      invokes: invokedBy(mapping, declared),
    };
  });
}

function invokedBy(mapping: Mapping, declared: Declared): readonly string[] {
  const values: readonly (Value | undefined)[] = [
    property(declared, 'DefinitionSubstitutions'),
    property(declared, 'Definition'),
    property(declared, 'DefinitionString'),
    valueAt(declared.properties.map, 'DefinitionUri'),
  ];
  const ids = values.flatMap((value) => referencesIn(value)).flatMap((to) => functionNamed(mapping, to) ?? []);
  return [...new Set(ids)];
}
