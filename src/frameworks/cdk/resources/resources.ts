import type { Construct } from '../constructs.js';
import { resolve } from '../scope.js';
import { given, headOf, type Synthesis } from '../synthesis.js';
import { addAlarm } from './alarms.js';
import { addBalancer } from './balancers.js';
import { addDomain, addMappingOf } from './domains.js';
import { addPlainMapping } from './events.js';
import { addInvokeConfig } from './function-failure.js';
import { addGraphql } from './graphql.js';
import { addHttpApi, addPlainRoute } from './http-apis.js';
import { addHttpStage } from './http-stages.js';
import { addInvocation } from './invocations.js';
import { addFunction, functionTypes } from './lambda-functions.js';
import { addPlain, resourceType } from './plain.js';
import { addStandingPolicy } from './policies.js';
import { addRestApi, restTypes } from './rest-apis.js';
import { addRestAuthorizer } from './rest-auth.js';
import { addPlan } from './rest-plans.js';
import { addPlainStage } from './rest-stages.js';
import { addPerson, addPolicy, addRole } from './roles.js';
import { addRule } from './rules.js';
import { addSchedule } from './schedules.js';
import { addStore, isStore } from './stores.js';
import { addTrail } from './trails.js';
import { addUrl } from './urls.js';
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
  ['aws-appsync.GraphqlApi', addGraphql],
  ['aws-elasticloadbalancingv2.ApplicationLoadBalancer', addBalancer],
  ['aws-s3.BucketPolicy', addStandingPolicy],
  ['aws-sqs.QueuePolicy', addStandingPolicy],
  ['aws-sns.TopicPolicy', addStandingPolicy],
  ['aws-scheduler.Schedule', addSchedule],
  ['aws-cloudtrail.Trail', addTrail],
  ['aws-iam.User', addPerson],
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
