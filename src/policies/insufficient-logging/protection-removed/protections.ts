import { describeRoute, isPublic } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import { isUnsaid } from '../../../model/setting.js';
import type { Problem } from '../../definition.js';
import { lostSetting, surviving } from '../../lost-setting.js';

/** Firewalls, limits and walls of APIs that stay. */
export function* lostOfApis(base: Stack, head: Stack): Generator<Problem> {
  for (const { before, after } of surviving(base.apis, head.apis)) {
    yield* lostSetting({
      about: after,
      base: before.visibility,
      head: after.visibility,
      isEvidence: (reach) => reach === 'private',
      byDefault: false,
      restored: 'private',
      says: `${after.id} was private and is now reachable from the internet`,
      kind: 'visibility',
      instead: { policy: 'internal-api-public' },
    });
    if (!isPublic(after)) continue;
    yield* lostSetting({
      about: after,
      base: before.firewall,
      head: after.firewall,
      isEvidence: (there) => there,
      byDefault: false,
      restored: undefined,
      says: `${after.id} no longer has a firewall in front of it`,
      kind: 'firewall',
      instead: { policy: 'waf-missing' },
    });
    if (isLimitedByRoutes(after.id, head)) continue;
    yield* lostSetting({
      about: after,
      base: before.throttle,
      head: after.throttle,
      isEvidence: ({ rate }) => rate >= 0,
      byDefault: false,
      restored: before.throttle.kind === 'known' ? before.throttle.value : undefined,
      says: `${after.id} no longer has a rate limit`,
      kind: 'throttle',
      instead: { policy: 'api-throttling-missing' },
    });
  }
}

function isLimitedByRoutes(api: string, { routes }: Stack): boolean {
  const own = routes.filter((route) => route.api === api);
  return own.length > 0 && own.every(({ throttle }) => !isUnsaid(throttle));
}

/** Validation of requests that routes had. */
export function* lostOfRoutes(base: Stack, head: Stack): Generator<Problem> {
  for (const { before, after } of surviving(base.routes, head.routes)) {
    yield* lostSetting({
      about: after,
      base: before.validation,
      head: after.validation,
      isEvidence: (checked) => checked,
      byDefault: false,
      restored: true,
      says: `${describeRoute(after)} no longer checks requests before they reach its function`,
      kind: 'validation',
      instead: { policy: 'request-validation-missing' },
    });
  }
}

/** Limits on instances, and the demand that code be signed. */
export function* lostOfFunctions(base: Stack, head: Stack): Generator<Problem> {
  for (const { before, after } of surviving(base.functions, head.functions)) {
    const limit = before.concurrency.kind === 'known' ? before.concurrency.value : undefined;
    yield* lostSetting({
      about: after,
      base: before.concurrency,
      head: after.concurrency,
      isEvidence: (instances) => instances >= 0,
      byDefault: false,
      restored: limit,
      says: `${after.id} no longer has a limit on concurrent instances`,
      kind: 'concurrency',
      instead: { policy: 'concurrency-unbounded' },
    });
    if (before.tenantIsolated !== undefined && after.tenantIsolated !== undefined)
      yield* lostSetting({
        about: after,
        base: before.tenantIsolated,
        head: after.tenantIsolated,
        isEvidence: (isolated) => isolated,
        byDefault: false,
        restored: true,
        says: `${after.id} no longer keeps the instances of its tenants apart`,
        kind: 'tenancy',
      });
    if (before.codeSigned === undefined || after.codeSigned === undefined) continue;
    yield* lostSetting({
      about: after,
      base: before.codeSigned,
      head: after.codeSigned,
      isEvidence: (signed) => signed,
      byDefault: false,
      restored: undefined,
      says: `${after.id} no longer requires its code to be signed`,
      kind: 'code-signing',
    });
  }
}

/** Encryption that stores had. */
export function* lostOfStores(base: Stack, head: Stack): Generator<Problem> {
  for (const { before, after } of surviving(base.stores, head.stores)) {
    yield* lostSetting({
      about: after,
      base: before.encrypted,
      head: after.encrypted,
      isEvidence: (on) => on,
      byDefault: false,
      restored: true,
      says: `${after.id} is no longer encrypted`,
      kind: 'encryption',
      instead: { policy: 'encryption-disabled' },
    });
  }
}

/** Statements that denied somebody access to what is still there; deleting them can only widen it. */
export function* lostDenials(base: Stack, head: Stack): Generator<Problem> {
  if (head.open) return;
  const denied = new Set(head.resourcePolicies.flatMap(({ effect, target }) => (effect === 'allow' ? [] : [target])));
  const told = new Set<string>();
  for (const { id, effect, target, targetKind, at } of base.resourcePolicies) {
    if (effect !== 'deny' || target === undefined || denied.has(target) || told.has(target)) continue;
    const about = head.resource(target);
    if (about === undefined || targetKind !== 'bus') continue;
    told.add(target);
    const message = `${id.split('/')[0] ?? id} is gone, which denied callers access to ${target}; what other policies allow now holds for them.`;
    yield { about, at, side: 'base', discriminator: 'denial', message };
  }
}

/** Budgets that are gone, and none in their place. */
export function* lostBudgets(base: Stack, head: Stack): Generator<Problem> {
  if (head.open || (head.budgets ?? []).length > 0) return;
  for (const budget of base.budgets ?? []) {
    yield {
      about: budget,
      at: budget.at,
      side: 'base',
      discriminator: 'budget',
      message: `Budget ${budget.id} is removed, so nobody is notified about spending.`,
    };
  }
}
