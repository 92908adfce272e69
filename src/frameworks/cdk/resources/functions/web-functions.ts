import type { Construct } from '../../constructs/construct.js';
import { put } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { member, type Row, row } from '../../synthesis/rows.js';
import { addDraft, type Synthesis } from '../../synthesis/synthesis.js';
import { reference } from '../../values/made-value.js';
import { addCode } from './function-code.js';

const endpoint: readonly Row[] = [row('defaultEndpointAuth', 'AuthType', member('aws-lambda', 'WebFunctionAuthType'))];

/** `new WebFunction(...)`: a function with an endpoint of its own, unless it is told to have none. */
export function addWebFunction(synthesis: Synthesis, construct: Construct): void {
  const fn = addDraft(synthesis, construct, 'AWS::Lambda::WebFunction');
  fn.open = true;
  addCode(synthesis, fn, construct);
  const draft = addDraft(synthesis, construct, 'AWS::Lambda::WebFunctionEndpoint', 'Endpoint');
  put(draft, ['FunctionName'], reference(draft.at, fn.id));
  fill(synthesis, draft, construct, endpoint);
}
