import type { Construct } from '../constructs/construct.js';
import { given, isOpen } from '../constructs/given-properties.js';
import { put } from '../synthesis/draft.js';
import { fill } from '../synthesis/fill.js';
import { arn, type Row, row } from '../synthesis/rows.js';
import { addDraft, type Synthesis } from '../synthesis/synthesis.js';
import { lowerValue } from '../values/construct-value.js';
import { list, reference, scalar } from '../values/made-value.js';
import { inserter } from '../writing/inserter.js';
import { trust } from './functions/lambda-functions.js';
import { tasksOf } from './workflow-tasks.js';

const rows: readonly Row[] = [
  row('stateMachineName', 'StateMachineName'),
  row('tracingEnabled', 'TracingConfiguration.Enabled'),
  row('logs.level', 'LoggingConfiguration.Level'),
  row('logs.includeExecutionData', 'LoggingConfiguration.IncludeExecutionData'),
  row('role', 'RoleArn', arn),
];

/** A state machine with the role that the CDK makes for it; of its states the functions that they invoke are known. */
export function addWorkflow(synthesis: Synthesis, construct: Construct): void {
  const draft = addDraft(synthesis, construct, 'AWS::StepFunctions::StateMachine');
  const own = { ...draft, insert: inserter(synthesis, construct.call, rows) };
  synthesis.drafts.set(draft.id, own);
  fill(synthesis, own, construct, rows);
  put(own, ['DefinitionString'], { kind: 'unknown', at: own.at, because: 'states of the program' });
  const functions = tasksOf(synthesis, construct).flatMap(({ call }) => given(call, 'lambdaFunction')?.value ?? []);
  const items = functions.map((fn) => lowerValue(synthesis.construction, fn));
  put(own, ['DefinitionSubstitutions'], list(own.at, items));
  if (given(construct.call, 'role') === undefined && !isOpen(construct.call)) addRole(synthesis, construct);
}

function addRole(synthesis: Synthesis, construct: Construct): void {
  const role = addDraft(synthesis, construct, 'AWS::IAM::Role', 'Role');
  put(role, ['AssumeRolePolicyDocument'], trust(role.at, scalar(role.at, 'states.amazonaws.com')));
  const machine = synthesis.drafts.get(construct.id);
  if (machine) put(machine, ['RoleArn'], reference(role.at, role.id, 'Arn'));
}
