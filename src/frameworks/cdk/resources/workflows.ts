import type { Construct } from '../constructs.js';
import { put } from '../draft.js';
import { inserter } from '../inserting.js';
import { type Row, row } from '../rows.js';
import { addDraft, fill, type Synthesis } from '../synthesis.js';

const rows: readonly Row[] = [
  row('stateMachineName', 'StateMachineName'),
  row('tracingEnabled', 'TracingConfiguration.Enabled'),
  row('logs.level', 'LoggingConfiguration.Level'),
  row('logs.includeExecutionData', 'LoggingConfiguration.IncludeExecutionData'),
];

/** A state machine; its states are objects of the program and are not followed. */
export function addWorkflow(synthesis: Synthesis, construct: Construct): void {
  const draft = addDraft(synthesis, construct, 'AWS::StepFunctions::StateMachine');
  const own = { ...draft, insert: inserter(synthesis, construct.call, rows) };
  synthesis.drafts.set(draft.id, own);
  fill(synthesis, own, construct, rows);
  put(own, ['DefinitionString'], { kind: 'unknown', at: own.at, because: 'states of the program' });
}
