import type { Construct, Invocation } from '../constructs/construct.js';
import { given, isOpen } from '../constructs/given-properties.js';
import { qualifiedName } from '../constructs/qualified-names.js';
import type { Expression } from '../program/expression.js';
import { resolve } from '../program/scope.js';
import { put } from '../synthesis/draft.js';
import { addDraft, addNamed, type Synthesis } from '../synthesis/synthesis.js';
import { lowerValue } from '../values/construct-value.js';
import { list, reference, scalar } from '../values/made-value.js';

/** npm aws-cdk-lib 2.276.0, aws-bedrockagentcore gateway/inbound-auth/authorizer.d.ts, read 2026-11-27. */
const authorizers: ReadonlyMap<string, string> = new Map([
  ['withNoAuth', 'NONE'],
  ['usingAwsIam', 'AWS_IAM'],
  ['usingCustomJwt', 'CUSTOM_JWT'],
  ['usingCognito', 'CUSTOM_JWT'],
]);

/** `new Gateway(this, 'Tools', { authorizerConfiguration })`: tokens of a user pool of its own, unless it is told otherwise. */
export function addAgentGateway(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const draft = addDraft(synthesis, construct, 'AWS::BedrockAgentCore::Gateway');
  draft.open = isOpen(call);
  const said = given(call, 'authorizerConfiguration');
  const type = said === undefined ? 'CUSTOM_JWT' : authorizers.get(methodOf(said.value) ?? '');
  const { at } = said?.value ?? draft;
  if (type !== undefined) put(draft, ['AuthorizerType'], scalar(at, type), said?.keyAt);
  else put(draft, ['AuthorizerType'], { kind: 'unknown', at, because: 'computed' });
  const interceptors = given(call, 'interceptorConfigurations');
  if (interceptors)
    put(draft, ['InterceptorConfigurations'], list(at, [lowerValue(synthesis.construction, interceptors.value)]));
  const level = given(call, 'exceptionLevel');
  if (level) put(draft, ['ExceptionLevel'], lowerValue(synthesis.construction, level.value), level.keyAt);
  const engine = given(call, 'policyEngineConfiguration');
  if (engine) put(draft, ['PolicyEngineConfiguration'], lowerValue(synthesis.construction, engine.value));
}

/** The last name of what is called: `usingAwsIam` of `GatewayAuthorizer.usingAwsIam()`. */
export function methodOf(expression: Expression): string | undefined {
  const call = resolve(expression);
  const name = call.kind === 'call' ? qualifiedName(call.callee) : undefined;
  const [, method] = /^aws-bedrockagentcore\.\w+\.(\w+)$/.exec(name ?? '') ?? [];
  return method?.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `gateway.addLambdaTarget('Orders', { lambdaFunction, toolSchema })`: a tool. */
export function addTool(synthesis: Synthesis, { call }: Invocation, owner: Construct): void {
  const fn = given(call, 'lambdaFunction', 1)?.value;
  const [name] = call.args;
  if (owner.type !== 'aws-bedrockagentcore.Gateway' || fn === undefined) return;
  const id = `${owner.id}/${name?.kind === 'literal' ? String(name.value) : 'Target'}`;
  const target = { id, type: 'AWS::BedrockAgentCore::GatewayTarget', at: call.at, whole: call.at };
  const draft = addNamed(synthesis, target);
  put(draft, ['GatewayIdentifier'], reference(call.at, owner.id));
  put(draft, ['TargetConfiguration', 'Mcp', 'Lambda', 'LambdaArn'], lowerValue(synthesis.construction, fn));
}

/** Networks by the method that names them. */
export const networks: ReadonlyMap<string, string> = new Map([
  ['usingPublicNetwork', 'PUBLIC'],
  ['usingSandboxNetwork', 'SANDBOX'],
  ['usingVpc', 'VPC'],
]);

/** `new CodeInterpreterCustom(this, 'Python')`: on the public network, unless it is told otherwise. */
export function addCodeInterpreter(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const draft = addDraft(synthesis, construct, 'AWS::BedrockAgentCore::CodeInterpreterCustom');
  draft.open = isOpen(call);
  const said = given(call, 'networkConfiguration');
  const mode = said === undefined ? 'PUBLIC' : networks.get(methodOf(said.value) ?? '');
  const { at } = said?.value ?? draft;
  if (draft.open && said === undefined) return;
  const value = mode === undefined ? ({ kind: 'unknown', at, because: 'computed' } as const) : scalar(at, mode);
  put(draft, ['NetworkConfiguration', 'NetworkMode'], value, said?.keyAt);
}
