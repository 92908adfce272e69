import type { Construct, Invocation } from '../../constructs/construct.js';
import { put } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { type Row, row } from '../../synthesis/rows.js';
import { addDraft, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { reference } from '../../values/made-value.js';

const rows: readonly Row[] = [row('maxVCpuCount', 'CapacityProviderScalingConfig.MaxVCpuCount')];

/** `new CapacityProvider(this, 'Instances', { subnets, securityGroups })`: instances that functions run on. */
export function addCapacityProvider(synthesis: Synthesis, construct: Construct): void {
  fill(synthesis, addDraft(synthesis, construct, 'AWS::Lambda::CapacityProvider'), construct, rows);
}

const inProvider = ['CapacityProviderConfig', 'LambdaManagedInstancesCapacityProviderConfig'] as const;

const functionRows: readonly Row[] = [
  row('perExecutionEnvironmentMaxConcurrency', [...inProvider, 'PerExecutionEnvironmentMaxConcurrency'].join('.')),
  row('latestPublishedScalingConfig.maxExecutionEnvironments', 'FunctionScalingConfig.MaxExecutionEnvironments'),
];

/** `provider.addFunction(fn, options)`. */
export function addFunctionTo(synthesis: Synthesis, { call }: Invocation, owner: Construct): void {
  const [fn] = call.args;
  const named = fn && lowerValue(synthesis.construction, fn);
  const draft = named?.kind === 'reference' ? synthesis.drafts.get(named.to) : undefined;
  if (draft?.type !== 'AWS::Lambda::Function' || owner.type !== 'aws-lambda.CapacityProvider') return;
  put(draft, [...inProvider, 'CapacityProviderArn'], reference(call.at, owner.id, 'Arn'));
  fill(synthesis, draft, { call, position: 1 }, functionRows);
}
