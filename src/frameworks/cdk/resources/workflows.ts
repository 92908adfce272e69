import type { Construct } from '../constructs/construct.js';
import { given } from '../constructs/given-properties.js';
import { put } from '../synthesis/draft.js';
import { fill } from '../synthesis/fill.js';
import { type Row, row } from '../synthesis/rows.js';
import { addDraft, type Synthesis } from '../synthesis/synthesis.js';
import { lowerValue } from '../values/construct-value.js';
import { list } from '../values/made-value.js';
import { inserter } from '../writing/inserter.js';

const rows: readonly Row[] = [
  row('stateMachineName', 'StateMachineName'),
  row('tracingEnabled', 'TracingConfiguration.Enabled'),
  row('logs.level', 'LoggingConfiguration.Level'),
  row('logs.includeExecutionData', 'LoggingConfiguration.IncludeExecutionData'),
];

/** A state machine. How its states follow each other is not followed: the only one of a file has all its tasks. */
export function addWorkflow(synthesis: Synthesis, construct: Construct): void {
  const draft = addDraft(synthesis, construct, 'AWS::StepFunctions::StateMachine');
  const own = { ...draft, insert: inserter(synthesis, construct.call, rows) };
  synthesis.drafts.set(draft.id, own);
  fill(synthesis, own, construct, rows);
  put(own, ['DefinitionString'], { kind: 'unknown', at: own.at, because: 'states of the program' });
  const { constructs } = synthesis.construction;
  const isOnly = constructs.filter(({ type }) => type === construct.type).length === 1;
  const invoked = constructs.filter(({ type }) => isOnly && type === 'aws-stepfunctions-tasks.LambdaInvoke');
  const functions = invoked.flatMap(({ call }) => given(call, 'lambdaFunction')?.value ?? []);
  const items = functions.map((fn) => lowerValue(synthesis.construction, fn));
  put(own, ['DefinitionSubstitutions'], list(own.at, items));
}
