import type { Value } from '../../../model/value.js';
import type { Construct } from '../constructs/construct.js';
import { given } from '../constructs/given-properties.js';
import type { Expression } from '../program/expression.js';
import { resolve } from '../program/scope.js';
import { type Draft, has, put } from '../synthesis/draft.js';
import { fill } from '../synthesis/fill.js';
import { arn, type Row, row } from '../synthesis/rows.js';
import { addDraft, type Synthesis } from '../synthesis/synthesis.js';
import { lowerValue } from '../values/construct-value.js';
import { list, map, reference, scalar } from '../values/made-value.js';
import { methodOf, networks } from './agents.js';
import { trust } from './functions/lambda-functions.js';

const rows: readonly Row[] = [
  row('runtimeName', 'AgentRuntimeName'),
  row('executionRole', 'RoleArn', arn),
  row('environmentVariables', 'EnvironmentVariables'),
];

/**
 * `new Runtime(this, 'Agent', { agentRuntimeArtifact })`: a role of its own, the public network and signed requests, unless it is
 * told otherwise. npm aws-cdk-lib 2.276.0, aws-bedrockagentcore runtime/runtime.d.ts and runtime.js, read 2026-11-27.
 */
export function addAgentRuntime(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const draft = addDraft(synthesis, construct, 'AWS::BedrockAgentCore::Runtime');
  fill(synthesis, draft, construct, rows);
  const artifact = given(call, 'agentRuntimeArtifact')?.value;
  if (artifact) putArtifact(synthesis, draft, artifact);
  const network = given(call, 'networkConfiguration')?.value;
  const mode = network === undefined ? 'PUBLIC' : networks.get(methodOf(network) ?? '');
  if (mode !== undefined && (network || draft.open !== true))
    put(draft, ['NetworkConfiguration', 'NetworkMode'], scalar(network?.at ?? draft.at, mode));
  const asked = given(call, 'authorizerConfiguration')?.value;
  if (asked) putAuthorizer(synthesis, draft, asked);
  if (!has(draft, 'RoleArn') && draft.open !== true) addRole(synthesis, construct);
}

const images: ReadonlySet<string> = new Set(['fromEcrRepository', 'fromAsset', 'fromImageUri']);

/** An image, or code for a runtime of the platform. */
function putArtifact(synthesis: Synthesis, draft: Draft, artifact: Expression): void {
  const method = methodOf(artifact) ?? '';
  const call = resolve(artifact);
  const { at } = artifact;
  if (images.has(method)) put(draft, ['AgentRuntimeArtifact', 'ContainerConfiguration'], openMap(at));
  const runtime =
    call.kind !== 'call' ? undefined : method === 'fromS3' ? call.args[1] : given(call, 'runtime', 0)?.value;
  if (runtime === undefined || images.has(method)) return;
  const said = lowerValue(synthesis.construction, runtime);
  put(draft, ['AgentRuntimeArtifact', 'CodeConfiguration', 'Runtime'], said);
}

function openMap(at: Value['at']): Value {
  return { kind: 'map', at, open: true, entries: [] };
}

/** Which argument says whose tokens are taken, by the method: clients, audiences, scopes and claims follow each other. */
const filters: ReadonlyMap<string, number> = new Map([
  ['usingJWT', 1],
  ['usingJwt', 1],
  ['usingCognito', 1],
  ['usingOAuth', 1],
]);

const names = ['AllowedClients', 'AllowedAudience', 'AllowedScopes', 'CustomClaims'];

function putAuthorizer(synthesis: Synthesis, draft: Draft, asked: Expression): void {
  const method = methodOf(asked) ?? '';
  const { at } = asked;
  if (/^usingI(?:AM|am)$/.test(method)) return;
  const call = resolve(asked);
  const first = filters.get(method);
  if (first === undefined || call.kind !== 'call') {
    put(draft, ['AuthorizerConfiguration'], { kind: 'unknown', at, because: 'computed' });
    return;
  }
  const said = names.flatMap((name, index) => {
    const argument = call.args[first + index];
    if (argument === undefined) return [];
    const value = lowerValue(synthesis.construction, argument);
    // One client stands for itself.
    return [[name, value.kind === 'list' || value.kind === 'unknown' ? value : list(value.at, [value])] as const];
  });
  put(draft, ['AuthorizerConfiguration', 'CustomJWTAuthorizer'], map(at, Object.fromEntries(said)));
}

function addRole(synthesis: Synthesis, construct: Construct): void {
  const role = addDraft(synthesis, construct, 'AWS::IAM::Role', 'ExecutionRole');
  put(role, ['AssumeRolePolicyDocument'], trust(role.at, scalar(role.at, 'bedrock-agentcore.amazonaws.com')));
  const own = synthesis.drafts.get(construct.id);
  if (own) put(own, ['RoleArn'], reference(own.at, role.id, 'Arn'));
}
