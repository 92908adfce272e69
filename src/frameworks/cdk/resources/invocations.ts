import { type Construct, constructOf, type Invocation } from '../constructs/construct.js';
import { append, put } from '../synthesis/draft.js';
import type { Synthesis } from '../synthesis/synthesis.js';
import { lowerValue } from '../values/construct-value.js';
import { reference } from '../values/made-value.js';
import { addTool } from './agents.js';
import { addTargets } from './apis/balancers.js';
import { addDomainTo, addMappingTo } from './apis/domains.js';
import { addDataSource } from './apis/graphql.js';
import { addRoutes } from './apis/http/http-apis.js';
import { addStageTo } from './apis/http/http-stages.js';
import { addMethod, addPreflight, addProxy } from './apis/rest/rest-methods.js';
import { addPlanTo, addStageToPlan } from './apis/rest/rest-plans.js';
import { openChanged } from './changes.js';
import { addFunctionTo } from './functions/capacity-providers.js';
import { configureInvoke } from './functions/function-failure.js';
import { addPermission, addUrl } from './functions/function-urls.js';
import { addMixins, addMixinsToAll } from './mixins.js';
import { addAlarmAction } from './monitoring/alarm-actions.js';
import { addAlarm } from './monitoring/alarms.js';
import { addSelector } from './monitoring/trails.js';
import { addGrant, addPlainGrant, addToRole, addUnseenGrant, roleOf } from './permissions/grants.js';
import { addResourcePolicy, addStatements, attachPolicy } from './permissions/policies.js';
import { addClientTo } from './stores/pool-clients.js';
import { addTarget } from './triggers/event-rules.js';
import { addEventSource, addPlainMapping } from './triggers/event-sources.js';
import { notifyFrom } from './triggers/notifications.js';
import { subscribe } from './triggers/subscriptions.js';

type Act = (synthesis: Synthesis, invocation: Invocation) => void;
type OwnAct = (synthesis: Synthesis, invocation: Invocation, owner: Construct) => void;

/** Methods of things that are no constructs of the file themselves: roles of functions, resources of APIs, metrics. */
const acts = new Map<string, Act>([
  ['addToRolePolicy', addToRole],
  ['addToPolicy', addToRole],
  ['addToPrincipalPolicy', addToRole],
  ['addManagedPolicy', addToRole],
  ['attachInlinePolicy', addToRole],
  ['addMethod', addMethod],
  ['addProxy', addProxy],
  ['addCorsPreflight', addPreflight],
  ['createAlarm', addMetricAlarm],
  ['addAlarmAction', addAlarmAction],
  ['addToPrincipal', addPlainGrant],
  ['addStatements', addStatements],
  ['attachToRole', attachToRole],
  ['addApiStage', addStageToPlan],
  ['addTargets', addTargets],
  ['apply', addMixinsToAll],
]);

const ownActs = new Map<string, OwnAct>([
  ['with', addMixins],
  ['with_', addMixins],
  ['addEventSource', addEventSource],
  ['addEventSourceMapping', addOwnMapping],
  ['addEventNotification', notifyFrom],
  ['addObjectCreatedNotification', notifyFrom],
  ['addObjectRemovedNotification', notifyFrom],
  ['addSubscription', subscribe],
  ['addTarget', addOwnTarget],
  ['addRoutes', addRoutes],
  ['addRoute', addRoutes],
  ['addFunctionUrl', addOwnUrl],
  ['configureAsyncInvoke', configureInvoke],
  ['addPermission', addPermission],
  ['addEnvironment', addVariable],
  ['addLayers', addLayers],
  ['addFunction', addFunctionTo],
  ['addLambdaTarget', addTool],
  ['addToResourcePolicy', addResourcePolicy],
  ['addUsagePlan', addPlanTo],
  ['addDomainName', addDomainTo],
  ['addBasePathMapping', addMappingTo],
  ['addApiMapping', addMappingTo],
  ['addStage', addStageTo],
  ['addLambdaDataSource', addDataSource],
  ['addClient', addClientTo],
  ['addEventSelector', addSelector],
  ['addLambdaEventSelector', addSelector],
  ['addS3EventSelector', addSelector],
  ['logAllLambdaDataEvents', addSelector],
  ['logAllS3DataEvents', addSelector],
]);

/** What calling a method does to the resources that are made. */
export function addInvocation(synthesis: Synthesis, invocation: Invocation): void {
  const { on, method } = invocation;
  openChanged(synthesis, invocation, isKnown);
  const act = acts.get(method);
  if (act !== undefined) {
    act(synthesis, invocation);
    return;
  }
  const isGrant = on.kind === 'member' && on.name === 'grants';
  const owner = constructOf(synthesis.construction, isGrant ? on.of : on);
  if (owner === undefined) {
    if (/^grant/.test(method) || isGrant) addUnseenGrant(synthesis, invocation.call);
    return;
  }
  if (isGrant)
    addGrant(synthesis, { ...invocation, method: `grant${method[0]?.toUpperCase()}${method.slice(1)}` }, owner);
  else if (/^grant/.test(method)) addGrant(synthesis, invocation, owner);
  else ownActs.get(method)?.(synthesis, invocation, owner);
}

function isKnown(method: string): boolean {
  return acts.has(method) || ownActs.has(method);
}

function attachToRole(synthesis: Synthesis, { call, on }: Invocation): void {
  attachPolicy(synthesis, on, roleOf(synthesis, call.args[0]));
}

function addMetricAlarm(synthesis: Synthesis, { call, on }: Invocation): void {
  const [, id] = call.args;
  addAlarm(synthesis, { id: id?.kind === 'literal' ? String(id.value) : 'Alarm', at: call.at }, on);
}

function addOwnMapping(synthesis: Synthesis, { call }: Invocation, owner: Construct): void {
  addPlainMapping(synthesis, call, { id: `${owner.id}/mapping`, fn: reference(call.at, owner.id), position: 1 });
}

function addOwnTarget(synthesis: Synthesis, { call }: Invocation, owner: Construct): void {
  const [target] = call.args;
  if (target !== undefined) addTarget(synthesis, owner, target);
}

function addOwnUrl(synthesis: Synthesis, { call }: Invocation, owner: Construct): void {
  addUrl(synthesis, call, { id: `${owner.id}/FunctionUrl`, fn: owner.id, at: call.at, position: 0 });
}

/** `fn.addLayers(layer)`. */
function addLayers(synthesis: Synthesis, { call }: Invocation, owner: Construct): void {
  const draft = synthesis.drafts.get(owner.id);
  if (draft?.type === 'AWS::Lambda::Function')
    append(draft, 'Layers', ...call.args.map((layer) => lowerValue(synthesis.construction, layer)));
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
