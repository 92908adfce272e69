import type { Role } from '../../../model/identity.js';
import type { Setting } from '../../../model/setting.js';
import type { Workflow } from '../../../model/store.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import { jsonPattern, jsonValue } from '../../../notation/json/text.js';
import { silentWriter } from '../../../notation/silent-writer.js';
import { statesIn } from '../../plain/workflows/states.js';
import { flag, words } from '../../values/codec.js';
import { together, unwritable, withWrite } from '../../values/writes.js';
import { functionNamed } from '../functions/reference.js';
import { sendingTraces } from '../identity/trace-permissions.js';
import { declarationOf, type Mapping, property, referent, setting } from '../mapping.js';
import { referencesIn } from '../references-in.js';
import { generatedRoleId } from '../sam/generated-role.js';
import type { Declared } from '../template.js';

export const workflowTypes = ['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'] as const;

const express = words({ EXPRESS: true, STANDARD: false } as const);
const level = words({ OFF: 'off', FATAL: 'error', ERROR: 'error', ALL: 'all' } as const);

/** Step Functions state machines. A log needs permissions for the workflow's role that nobody wrote, so none is added. */
export function mapWorkflows(mapping: Mapping, roles: readonly Role[]): readonly Workflow[] {
  const byId = new Map(roles.map((role) => [role.id, role]));
  return mapping.ofType(...workflowTypes).map((declared) => {
    const isSam = declared.type === 'AWS::Serverless::StateMachine';
    const log = isSam ? 'Logging' : 'LoggingConfiguration';
    return {
      ...declarationOf(declared),
      kind: 'workflow',
      logging: unwritable(setting(declared, [log, 'Level'], level)),
      executionData: setting(declared, [log, 'IncludeExecutionData'], flag),
      tracing: tracingOf(declared, byId.get(roleOf(mapping, declared) ?? '')),
      express: setting(declared, [isSam ? 'Type' : 'StateMachineType'], express),
      invokes: invokedBy(mapping, declared),
      ...definitionOf(mapping, declared),
    };
  });
}

/** What stands in the template itself; a file of its own is a stack of its own. */
function definitionOf({ reading }: Mapping, declared: Declared): Pick<Workflow, 'definition'> {
  const written = property(declared, 'Definition') ?? property(declared, 'DefinitionString');
  const root =
    written?.kind === 'pattern'
      ? jsonPattern(written.parts, written.at)
      : written?.kind === 'scalar'
        ? jsonValue(textOf(written) ?? '', written.at)
        : written;
  const isText = root !== written;
  const definition = statesIn(root, isText ? { writer: silentWriter, unresolved: [] } : reading);
  return definition === undefined ? {} : { definition };
}

/** X-Ray tracing. Switching it on also gives the workflow's role the right to send traces. */
function tracingOf(declared: Declared, role: Role | undefined): Setting<boolean> {
  const path = declared.type === 'AWS::Serverless::StateMachine' ? 'Tracing' : 'TracingConfiguration';
  return withWrite<boolean, boolean, boolean>(
    setting(declared, [path, 'Enabled'], flag),
    (write) => (on) => (on ? together(write(on), sendingTraces(role)) : write(on)),
  );
}

function roleOf(mapping: Mapping, declared: Declared): string | undefined {
  const role = property(declared, 'Role') ?? property(declared, 'RoleArn');
  return role === undefined ? generatedRoleId(declared) : referent(mapping, role, 'iam');
}

/** The functions that a workflow calls. */
export function invokedBy(mapping: Mapping, declared: Declared): readonly string[] {
  const values: readonly (Value | undefined)[] = [
    property(declared, 'DefinitionSubstitutions'),
    property(declared, 'Definition'),
    property(declared, 'DefinitionString'),
    valueAt(declared.properties.map, 'DefinitionUri'),
  ];
  const ids = values.flatMap((value) => referencesIn(value)).flatMap((to) => functionNamed(mapping, to) ?? []);
  return [...new Set(ids)];
}
