import { matchesWildcard } from '../permissions/wildcard.js';
import { azureRoles, googleRoles } from './cloud-roles.data.js';
import { namedActions } from './cloud-roles.js';

/** Each of these does what the others together do, as the platform checks them. Sources: as in the roles. */
const alternatives: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ['queueServices/queues/messages/add/action', 'queueServices/queues/messages/write'],
    [
      'queueServices/queues/messages/process/action',
      'queueServices/queues/messages/read queueServices/queues/messages/delete',
    ],
    ['tableServices/tables/entities/add/action', 'tableServices/tables/entities/write'],
    ['tableServices/tables/entities/update/action', 'tableServices/tables/entities/write'],
  ].map(([action = '', others = '']) => [storage(action), others.split(' ').map(storage)]),
);

function storage(action: string): string {
  return `Microsoft.Storage/storageAccounts/${action}`;
}

/** Roles that are not in the list of actions but hold all of one service. */
const whole = /^roles\/(storage|pubsub|secretmanager|cloudtasks|bigquery)\.admin$/;

/** What a role of a cloud lets its holder do, as patterns; undefined where that is not known. */
export function roleActions(name: string): readonly string[] | undefined {
  const [, service] = whole.exec(name) ?? [];
  return service === undefined ? namedActions(name) : [`${service}.*`];
}

/** True if one of the actions, or others together, allow it. */
export function allowsAction(actions: readonly string[], wanted: string): boolean {
  const isAllowed = (one: string) => actions.some((action) => matchesWildcard(action, one));
  return isAllowed(wanted) || (alternatives.get(wanted)?.every(isAllowed) ?? false);
}

/** It changes something, or may. */
export function changesSomething(action: string): boolean {
  return !/[./](?:get\w*|list\w*|read|readMetadata\/action|getSecret\/action|access|validate)$/i.test(action);
}

/** The known roles that are about the services of another one, and let their holder do what is wanted, the narrowest first. */
export function rolesThatAllow(name: string, wanted: readonly string[]): readonly string[] {
  const services = new Set((roleActions(name) ?? []).map(serviceOf));
  const list = name.startsWith('roles/') ? googleRoles : azureRoles;
  const fitting = Object.keys(list).flatMap((other) => {
    const actions = roleActions(other) ?? [];
    const isAlike = actions.every((action) => services.has(serviceOf(action)) || !changesSomething(action));
    return isAlike && wanted.every((action) => allowsAction(actions, action)) ? [{ other, actions }] : [];
  });
  const size = (actions: readonly string[]) => actions.filter(changesSomething).length;
  return fitting.sort((a, b) => size(a.actions) - size(b.actions)).map(({ other }) => other);
}

/** `storage`, `Microsoft.ServiceBus`, `Microsoft.Storage/storageAccounts/blobServices`. */
function serviceOf(action: string): string {
  const [service = action] = /^Microsoft\.Storage\/storageAccounts\/\w+|^[\w.]+(?=\/)|^\w+/.exec(action) ?? [];
  return service;
}
