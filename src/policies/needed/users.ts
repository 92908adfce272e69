import { neededByPlatform } from '../../code/cloud/around.js';
import {
  destinationActions,
  platformActions,
  quietLayers,
  triggerActions,
  unseenActions,
} from '../../code/cloud/aws/platform.data.js';
import type { StackCode } from '../../code/stack-code.js';
import type { ServerlessFunction } from '../../model/function.js';
import type { Role } from '../../model/identity.js';
import { isUnsaid, known } from '../../model/setting.js';
import type { Span } from '../../model/span.js';

/** What all functions of a role need of it. */
export interface RoleNeeds {
  /** Actions that their code calls for certain, each with one call. */
  readonly called: ReadonlyMap<string, Span>;
  /** Patterns of actions that calls, libraries or the platform may need. */
  readonly perhaps: readonly string[];
}

/** Undefined unless only functions whose code is known whole use the role. */
export function needsOfUsers(role: Role, { stack, needs }: StackCode): RoleNeeds | undefined {
  if (role.users.length === 0 || servesOthers(role)) return undefined;
  const called = new Map<string, Span>();
  const perhaps = [...platformActions, ...unseenActions];
  for (const user of role.users) {
    const fn = stack.functions.find(({ id }) => id === user);
    const own = fn && !bringsMore(fn) ? needs(user) : undefined;
    if (fn === undefined || own === undefined || own.unsure.length > 0) return undefined;
    for (const [action, at] of own.actions) if (!called.has(action)) called.set(action, at);
    perhaps.push(...own.perhaps, ...neededAround(fn, stack), ...neededByPlatform(fn, stack));
  }
  return { called, perhaps };
}

function servesOthers({ trust }: Role): boolean {
  return trust.some(
    ({ effect, principals, principalsOpen }) =>
      effect !== 'deny' &&
      (principalsOpen ||
        principals.some(({ kind, term }) => kind !== 'service' || term.text !== 'lambda.amazonaws.com')),
  );
}

/** Layers and wrappers run beside the handler, with its role. */
function bringsMore({ layers, environment, packaging }: ServerlessFunction): boolean {
  if (packaging === 'image') return true;
  if (environment.some(({ name }) => name === 'AWS_LAMBDA_EXEC_WRAPPER')) return true;
  if (isUnsaid(layers)) return false;
  const list = known(layers);
  return list === undefined || list.some((layer) => !quietLayers.test(known(layer) ?? ''));
}

/** What triggers and destinations of a function use of its role. */
function neededAround(fn: ServerlessFunction, { triggers, routes, urls }: StackCode['stack']): readonly string[] {
  // What nothing here starts is started from elsewhere.
  const isStarted = [...triggers, ...routes, ...urls].some((one) => one.function === fn.id);
  if (!isStarted)
    return Object.values(triggerActions)
      .flat()
      .filter((action) => action !== '*');
  const own = triggers.filter((one) => one.function === fn.id);
  const isDestined = !isUnsaid(fn.onFailure) || own.some(({ onFailure }) => !isUnsaid(onFailure));
  return [...own.flatMap(({ trigger }) => triggerActions[trigger] ?? []), ...(isDestined ? destinationActions : [])];
}
