import { mapTemplate } from '../../../clouds/aws/aws-model.js';
import { mapGoogle } from '../../../clouds/google/google-model.js';
import type { ServerlessFunction } from '../../../model/function.js';
import type { Role } from '../../../model/identity.js';
import type { Model } from '../../../model/model.js';
import { known } from '../../../model/setting.js';
import type { Trigger } from '../../../model/trigger.js';
import type { Reading } from '../../../notation/writer.js';
import type { EvaluatedStack } from '../evaluate/stack.js';
import { writerOf } from '../writing/writer.js';
import { imageTypes } from './aws/function-image.js';
import { isAws } from './aws/tables.js';
import { awsTemplate } from './aws/template.js';
import { isAzure } from './azurerm/azure-tables.js';
import { azureParts } from './azurerm/azurerm-model.js';
import type { Mapping, Parts } from './cloud.js';
import { evaluateResources } from './evaluated.js';
import { withCode } from './google/function-code.js';
import { googleStack, isGoogle } from './google/google-resources.js';
import { looseTexts } from './loose-texts.js';
import { placesIn } from './places.js';
import { providerConnections } from './providers.js';
import { openShapes } from './shapes.js';
import { cloudTexts, holderTypes } from './texts.js';

/** What a stack declares, in the words of policies, whichever clouds it is for. */
export function mapStack(stack: EvaluatedStack): Model {
  const isRead = (type: string) =>
    isAws(type) || isGoogle(type) || isAzure(type) || imageTypes.has(type) || holderTypes.has(type);
  const resources = evaluateResources(stack, isRead);
  const shapes = openShapes();
  const places = placesIn(stack.files);
  const { writer, declare } = writerOf({ stack, shapes, places });
  const reading: Reading = { writer, unresolved: [] };
  const mapping = { resources, shapes, expressionAt: places.expressionAt, reading };
  const template = awsTemplate(mapping, reading, declare);
  const aws = mapTemplate(template);
  const parts: readonly Parts[] = [googleParts(mapping), azureParts(mapping)];
  const functions = parts.flatMap((part) => part.functions);
  const loose = looseTexts(stack, isRead, aws.functions, reading);
  return {
    ...aws,
    framework: 'terraform',
    functions: [...aws.functions, ...functions],
    roles: [...aws.roles, ...parts.flatMap(({ roles }) => roles).map((role) => withUsers(role, functions))],
    resourcePolicies: [...aws.resourcePolicies, ...parts.flatMap((part) => part.resourcePolicies)],
    endpoints: [...(aws.endpoints ?? []), ...parts.flatMap(({ endpoints = [] }) => endpoints)],
    forwardings: [...(aws.forwardings ?? []), ...parts.flatMap(({ forwardings = [] }) => forwardings)],
    connections: providerConnections(stack, reading),
    federations: parts.flatMap(({ federations = [] }) => federations),
    apis: [...aws.apis, ...parts.flatMap(({ apis }) => apis)],
    routes: [...aws.routes, ...parts.flatMap(({ routes }) => routes)],
    triggers: [...aws.triggers.map(byBucketArn), ...parts.flatMap(({ triggers }) => triggers)],
    stores: [...aws.stores, ...parts.flatMap(({ stores }) => stores)],
    logGroups: [...aws.logGroups, ...parts.flatMap(({ logGroups }) => logGroups)],
    alarms: [...aws.alarms, ...parts.flatMap(({ alarms }) => alarms)],
    texts: [...(aws.texts ?? []), ...cloudTexts(mapping, functions), ...loose],
    maintenance: [...(aws.maintenance ?? []), ...parts.flatMap(({ maintenance = [] }) => maintenance)],
    budgets: [...(aws.budgets ?? []), ...parts.flatMap(({ budgets = [] }) => budgets)],
    firewalls: [...(aws.firewalls ?? []), ...parts.flatMap(({ firewalls = [] }) => firewalls)],
    workflows: [...aws.workflows, ...parts.flatMap(({ workflows = [] }) => workflows)],
    monitors: [...aws.monitors, ...parts.flatMap(({ monitors }) => monitors)],
  };
}

function googleParts(mapping: Mapping): Parts {
  const google = googleStack(mapping);
  const parts = mapGoogle(google);
  return { ...parts, functions: withCode(parts.functions, google, mapping) };
}

/** A permission can name the bucket, since a notification is a resource of its own and closes no circle. */
function byBucketArn(trigger: Trigger): Trigger {
  const { trigger: kind, source } = trigger;
  return kind === 'bucket' && source !== undefined
    ? { ...trigger, arn: { refersTo: source, attribute: 'arn' } }
    : trigger;
}

function withUsers(role: Role, functions: readonly ServerlessFunction[]): Role {
  return { ...role, users: functions.filter((fn) => known(fn.role) === role.id).map(({ id }) => id) };
}
