import type { Construct } from '../constructs/construct.js';
import { given } from '../constructs/given-properties.js';
import { resolve } from '../program/scope.js';
import { headOf, type Synthesis } from '../synthesis/synthesis.js';
import { addAgentRuntime } from './agent-runtimes.js';
import { addAgentGateway, addCodeInterpreter } from './agents.js';
import { addBalancer } from './apis/balancers.js';
import { addDistribution, addWebDistribution } from './apis/distributions.js';
import { addDomain, addMappingOf } from './apis/domains.js';
import { addGraphql } from './apis/graphql.js';
import { addHttpApi, addPlainRoute } from './apis/http/http-apis.js';
import { addHttpStage } from './apis/http/http-stages.js';
import { addRestApi } from './apis/rest/rest-apis.js';
import { addRestAuthorizer } from './apis/rest/rest-auth.js';
import { restTypes } from './apis/rest/rest-places.js';
import { addPlan } from './apis/rest/rest-plans.js';
import { addPlainStage } from './apis/rest/rest-stages.js';
import { addCapacityProvider } from './functions/capacity-providers.js';
import { addInvokeConfig } from './functions/function-failure.js';
import { addUrl } from './functions/function-urls.js';
import { addFunction, functionTypes } from './functions/lambda-functions.js';
import { addWebFunction } from './functions/web-functions.js';
import { addInvocation } from './invocations.js';
import { addAlarm } from './monitoring/alarms.js';
import { addTrail } from './monitoring/trails.js';
import { addStandingPolicy } from './permissions/policies.js';
import { addAccessKey, addPerson, addPolicy, addRole } from './permissions/roles.js';
import { addPlain, resourceType } from './plain.js';
import { addStore, isStore } from './stores/stores.js';
import { addRule } from './triggers/event-rules.js';
import { addPlainMapping } from './triggers/event-sources.js';
import { addSchedule } from './triggers/schedules.js';
import { addWorkflow } from './workflows.js';

type Adder = (synthesis: Synthesis, construct: Construct) => void;

const adders = new Map<string, Adder>([
  ['aws-iam.Role', addRole],
  ['aws-iam.ManagedPolicy', addPolicy],
  ['aws-iam.Policy', addPolicy],
  ['aws-apigatewayv2.HttpApi', addHttpApi],
  ['aws-apigatewayv2.WebSocketApi', addHttpApi],
  ['aws-apigatewayv2.HttpRoute', addPlainRoute],
  ['aws-apigateway.CognitoUserPoolsAuthorizer', addRestAuthorizer],
  ['aws-apigateway.TokenAuthorizer', addRestAuthorizer],
  ['aws-apigateway.RequestAuthorizer', addRestAuthorizer],
  ['aws-apigateway.UsagePlan', addPlan],
  ['aws-apigateway.Stage', addPlainStage],
  ['aws-apigateway.DomainName', addDomain],
  ['aws-apigateway.BasePathMapping', addMappingOf],
  ['aws-apigatewayv2.DomainName', addDomain],
  ['aws-apigatewayv2.ApiMapping', addMappingOf],
  ['aws-apigatewayv2.HttpStage', addHttpStage],
  ['aws-apigatewayv2.WebSocketStage', addHttpStage],
  ['aws-lambda.WebFunction', addWebFunction],
  ['aws-lambda.CapacityProvider', addCapacityProvider],
  ['aws-bedrockagentcore.Gateway', addAgentGateway],
  ['aws-bedrockagentcore.CodeInterpreterCustom', addCodeInterpreter],
  ['aws-bedrockagentcore.Runtime', addAgentRuntime],
  ['aws-cloudfront.Distribution', addDistribution],
  ['aws-cloudfront.CloudFrontWebDistribution', addWebDistribution],
  ['aws-appsync.GraphqlApi', addGraphql],
  ['aws-elasticloadbalancingv2.ApplicationLoadBalancer', addBalancer],
  ['aws-s3.BucketPolicy', addStandingPolicy],
  ['aws-sqs.QueuePolicy', addStandingPolicy],
  ['aws-sns.TopicPolicy', addStandingPolicy],
  ['aws-scheduler.Schedule', addSchedule],
  ['aws-cloudtrail.Trail', addTrail],
  ['aws-iam.User', addPerson],
  ['aws-iam.AccessKey', addAccessKey],
  ['aws-iam.Group', addPerson],
  ['aws-events.Rule', addRule],
  ['aws-stepfunctions.StateMachine', addWorkflow],
  ['aws-cloudwatch.Alarm', addOwnAlarm],
  ['aws-lambda.EventSourceMapping', addOwnMapping],
  ['aws-lambda.EventInvokeConfig', addInvokeConfig],
  ['aws-lambda.FunctionUrl', addOwnUrl],
]);

/** All resources that a program's constructs and calls make. What is made comes first, what is done with it after. */
export function addResources(synthesis: Synthesis): void {
  const { constructs, invocations } = synthesis.construction;
  for (const construct of constructs) addConstruct(synthesis, construct);
  for (const invocation of invocations) addInvocation(synthesis, invocation);
}

function addConstruct(synthesis: Synthesis, construct: Construct): void {
  const { type } = construct;
  const plain = resourceType(type);
  if (plain !== undefined) addPlain(synthesis, construct, plain);
  else if (functionTypes.has(type)) addFunction(synthesis, construct);
  else if (isStore(type)) addStore(synthesis, construct);
  else if (restTypes.has(type)) addRestApi(synthesis, construct);
  else adders.get(type)?.(synthesis, construct);
}

function addOwnAlarm(synthesis: Synthesis, construct: Construct): void {
  addAlarm(synthesis, { id: construct.id, at: headOf(construct) }, given(construct.call, 'metric')?.value);
}

function addOwnMapping(synthesis: Synthesis, { id, call }: Construct): void {
  addPlainMapping(synthesis, call, { id, fn: undefined, position: 2 });
}

function addOwnUrl(synthesis: Synthesis, construct: Construct): void {
  const target = given(construct.call, 'function')?.value;
  const fn = target && synthesis.construction.byCall.get(resolve(target));
  if (fn) addUrl(synthesis, construct.call, { id: construct.id, fn: fn.id, at: headOf(construct), position: 2 });
}
