import type { Construct, Invocation } from '../constructs.js';
import { put } from '../draft.js';
import { lowerValue } from '../lowering.js';
import { resolve } from '../scope.js';
import { given, headOf, reference, type Synthesis } from '../synthesis.js';
import { addAlarm } from './alarms.js';
import { addEventSource, addPlainMapping, addRule, addTarget, notifyFrom, subscribe } from './events.js';
import { addFunction, functionTypes } from './functions.js';
import { addGrant, addPolicy, addResourcePolicy, addRole, addToRole } from './grants.js';
import { addHttpApi, addPlainRoute, addRoutes } from './http-apis.js';
import { addPlain, resourceType } from './plain.js';
import { addMethod, addProxy, addRestApi, addRestAuthorizer, restTypes } from './rest-apis.js';
import { addStore, isStore } from './stores.js';
import { addPermission, addUrl } from './urls.js';
import { addWorkflow } from './workflows.js';

/** All resources that a program's constructs and calls make. Functions and roles come first, what hangs on them after. */
export function addResources(synthesis: Synthesis): void {
  const { constructs, invocations } = synthesis.construction;
  for (const construct of constructs) addConstruct(synthesis, construct);
  for (const invocation of invocations) addInvocation(synthesis, invocation);
}

function addConstruct(synthesis: Synthesis, construct: Construct): void {
  const { type, call } = construct;
  const plain = resourceType(type);
  if (plain !== undefined) {
    addPlain(synthesis, construct, plain);
    return;
  }
  if (functionTypes.has(type)) {
    addFunction(synthesis, construct);
    return;
  }
  if (isStore(type)) {
    addStore(synthesis, construct);
    return;
  }
  if (restTypes.has(type)) {
    addRestApi(synthesis, construct);
    return;
  }
  switch (type) {
    case 'aws-iam.Role':
      addRole(synthesis, construct);
      return;
    case 'aws-iam.ManagedPolicy':
    case 'aws-iam.Policy':
      addPolicy(synthesis, construct);
      return;
    case 'aws-apigatewayv2.HttpApi':
    case 'aws-apigatewayv2.WebSocketApi':
      addHttpApi(synthesis, construct);
      return;
    case 'aws-apigatewayv2.HttpRoute':
      addPlainRoute(synthesis, construct);
      return;
    case 'aws-apigateway.CognitoUserPoolsAuthorizer':
    case 'aws-apigateway.TokenAuthorizer':
    case 'aws-apigateway.RequestAuthorizer':
      addRestAuthorizer(synthesis, construct);
      return;
    case 'aws-events.Rule':
      addRule(synthesis, construct);
      return;
    case 'aws-cloudwatch.Alarm':
      addAlarm(synthesis, construct.id, headOf(construct), given(call, 'metric')?.value);
      return;
    case 'aws-lambda.EventSourceMapping':
      addPlainMapping(synthesis, call, { id: construct.id, fn: undefined, position: 2 });
      return;
    case 'aws-lambda.FunctionUrl':
      addOwnUrl(synthesis, construct);
      return;
    case 'aws-stepfunctions.StateMachine':
      addWorkflow(synthesis, construct);
      return;
    default:
      return;
  }
}

function addOwnUrl(synthesis: Synthesis, construct: Construct): void {
  const target = given(construct.call, 'function')?.value;
  const fn = target && synthesis.construction.byCall.get(resolve(target));
  if (fn) addUrl(synthesis, construct.call, { id: construct.id, fn: fn.id, at: headOf(construct), position: 2 });
}

function addInvocation(synthesis: Synthesis, invocation: Invocation): void {
  const { on, method } = invocation;
  const owner = synthesis.construction.byCall.get(on);
  if (/^(?:addToRolePolicy|addToPolicy|addToPrincipalPolicy|addManagedPolicy|attachInlinePolicy)$/.test(method)) {
    addToRole(synthesis, invocation);
    return;
  }
  if (method === 'addMethod') {
    addMethod(synthesis, invocation);
    return;
  }
  if (method === 'addProxy') {
    addProxy(synthesis, invocation);
    return;
  }
  if (method === 'createAlarm') {
    const [, id] = invocation.call.args;
    const name = id?.kind === 'literal' ? String(id.value) : 'Alarm';
    addAlarm(synthesis, name, invocation.call.at, on);
    return;
  }
  if (owner !== undefined) addToOwner(synthesis, invocation, owner);
}

function addToOwner(synthesis: Synthesis, invocation: Invocation, owner: Construct): void {
  const { method, call } = invocation;
  if (/^grant/.test(method)) {
    addGrant(synthesis, invocation, owner);
    return;
  }
  switch (method) {
    case 'addEventSource':
      addEventSource(synthesis, invocation, owner);
      return;
    case 'addEventSourceMapping':
      addPlainMapping(synthesis, call, {
        id: `${owner.id}/mapping`,
        fn: reference(call.at, owner.id),
        position: 1,
      });
      return;
    case 'addEventNotification':
    case 'addObjectCreatedNotification':
    case 'addObjectRemovedNotification':
      notifyFrom(synthesis, invocation);
      return;
    case 'addSubscription':
      subscribe(synthesis, invocation, owner);
      return;
    case 'addTarget':
      call.args[0] && addTarget(synthesis, owner, call.args[0]);
      return;
    case 'addRoutes':
    case 'addRoute':
      addRoutes(synthesis, invocation, owner);
      return;
    case 'addFunctionUrl':
      addUrl(synthesis, call, { id: `${owner.id}/FunctionUrl`, fn: owner.id, at: call.at, position: 0 });
      return;
    case 'addPermission':
      addPermission(synthesis, invocation, owner.id);
      return;
    case 'addEnvironment':
      addVariable(synthesis, invocation, owner);
      return;
    case 'addToResourcePolicy':
      addResourcePolicy(synthesis, invocation, owner);
      return;
    default:
      return;
  }
}

/** `fn.addEnvironment('NAME', value)`. */
function addVariable(synthesis: Synthesis, { call }: Invocation, owner: Construct): void {
  const draft = synthesis.drafts.get(owner.id);
  const [name, value] = call.args;
  if (draft === undefined || name?.kind !== 'literal' || value === undefined) return;
  const before = draft.properties.entries.get('Environment')?.node;
  const variables = before !== undefined && !('kind' in before) ? before.entries.get('Variables')?.node : undefined;
  const entry = { key: String(name.value), keyAt: name.at, value: lowerValue(synthesis.construction, value) };
  if (variables !== undefined && !('kind' in variables)) return;
  const map = variables ?? ({ kind: 'map', entries: [], open: false, at: call.at } as const);
  if (map.kind === 'map') put(draft, ['Environment', 'Variables'], { ...map, entries: [...map.entries, entry] });
}
