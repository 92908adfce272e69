import { letsAnyoneIn, outsidersStores } from '../../../facts/exposure/outsiders.js';
import { describeRoute, isPublic, needsAuthentication, openRoute } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import type { Severity } from '../../../findings/severity.js';
import type { Auth, Route } from '../../../model/api.js';
import type { Confidence } from '../../../model/confidence.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { known, when } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import { closeRoute, signedRequests } from '../../close-route.js';
import { type ProposedFix, proposeFix } from '../../definition.js';

/** How an unauthenticated caller starts a function. */
export interface Entry {
  /** `An unauthenticated caller`. */
  readonly who: string;
  /** `POST /report (no authorizer)`. */
  readonly words: string;
  readonly at: Span;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The policy that tells of the entry point alone, and on what. */
  readonly policy?: string;
  readonly about: string;
  /** Closes it without knowing more. */
  readonly close?: () => ProposedFix | undefined;
}

const anyone = 'An unauthenticated caller';

/** The widest entry point of a function that is open or asks for a key only; undefined when it is neither. */
export function entryOf(fn: ServerlessFunction, stack: Stack): Entry | undefined {
  const exposure = stack.exposure(fn);
  if (exposure !== 'open' && exposure !== 'keyed') return undefined;
  return openUrl(fn, stack) ?? openRoutes(fn, stack)[0] ?? keyedRoutes(fn, stack)[0] ?? openSource(fn, stack);
}

function openUrl(fn: ServerlessFunction, { urls }: Stack): Entry | undefined {
  for (const url of urls) {
    const match = url.function === fn.id ? when(url.auth, (auth) => auth === 'none') : undefined;
    if (match === undefined) continue;
    const { at, confidence, write } = match;
    const entryPoint = { at, confidence, severity: 'critical', policy: 'function-url-open', about: url.id } as const;
    const close = () => proposeFix('breaking', write('iam'), signedRequests);
    return { ...entryPoint, who: anyone, words: 'function URL (no authentication)', close };
  }
  return undefined;
}

function openRoutes(fn: ServerlessFunction, stack: Stack): readonly Entry[] {
  const open = routesOf(fn, stack).flatMap(({ route, api }) => {
    const match = openRoute(route, api);
    return match === undefined ? [] : [{ route, api, match }];
  });
  const close = () => together(open.map(({ api, match }) => closeRoute(api, match)));
  return open.map(({ route, api, match: { at, confidence } }) => {
    const severity = api && known(api.firewall) === true ? 'high' : 'critical';
    const policy = 'route-without-authorizer';
    const entryPoint = { at, confidence, severity, policy, about: route.id, close } as const;
    return { ...entryPoint, who: anyone, words: `${describeRoute(route)} (no authorizer)` };
  });
}

/** One fix for all entry points: a entry point that stays open would be the next path. */
function together(fixes: readonly (ProposedFix | undefined)[]): ProposedFix | undefined {
  const closing = fixes.flatMap((fix) => fix ?? []);
  const [first] = closing;
  if (first === undefined || closing.length < fixes.length) return undefined;
  const strictest = closing.find((fix) => fix.class === 'breaking') ?? first;
  return { ...strictest, edits: closing.flatMap(({ edits }) => edits) };
}

function keyedRoutes(fn: ServerlessFunction, stack: Stack): readonly Entry[] {
  return routesOf(fn, stack).flatMap(({ route, api }) => {
    const match = when(route.auth, isKey);
    if (match === undefined || api === undefined || !isPublic(api) || !needsAuthentication(route, api)) return [];
    const { at, confidence } = match;
    const words = `${describeRoute(route)} (key only)`;
    return [{ who: 'A caller with only a key', words, at, confidence, severity: 'high', about: route.id }];
  });
}

function isKey({ kind }: Auth): boolean {
  return kind === 'api-key' || kind === 'function-key';
}

function routesOf(fn: ServerlessFunction, { routes, apis }: Stack) {
  const ofFunction: readonly Route[] = routes.filter((route) => route.function === fn.id);
  return ofFunction.map((route) => ({ route, api: apis.find(({ id }) => id === route.api) }));
}

/** Something else lets unauthenticated callers in: a source that they can write to, or a permission for everyone. */
function openSource(fn: ServerlessFunction, stack: Stack): Entry | undefined {
  if (stack.exposure(fn) !== 'open') return undefined;
  const apis = new Map(stack.apis.map((api) => [api.id, api]));
  const open = new Set(stack.routes.filter((route) => openRoute(route, apis.get(route.api ?? ''))).map(({ id }) => id));
  const writable = outsidersStores(stack, (id) => open.has(id));
  const trigger = stack.triggers.find(
    ({ function: started, source = '' }) => started === fn.id && writable.has(source),
  );
  const permission = stack.resourcePolicies.find((policy) => policy.target === fn.id && letsAnyoneIn(policy));
  const about = trigger?.source ?? permission?.id;
  if (about === undefined) return undefined;
  const words = trigger ? `${about} (anyone can write to it)` : `permission ${about} (anyone may invoke)`;
  const at = trigger?.at ?? permission?.at ?? fn.at;
  return { who: anyone, words, at, severity: 'critical', confidence: 'medium', about };
}
