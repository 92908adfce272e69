import authorizerRemoved from './broken-authentication/authorizer-removed/policy.js';
import corsTooWide from './broken-authentication/cors-too-wide/policy.js';
import functionUrlOpen from './broken-authentication/function-url-open/policy.js';
import routeWithoutAuthorizer from './broken-authentication/route-without-authorizer/policy.js';
import apiThrottlingMissing from './budget-exhaustion/api-throttling-missing/policy.js';
import asyncFailureUnhandled from './budget-exhaustion/async-failure-unhandled/policy.js';
import concurrencyUnbounded from './budget-exhaustion/concurrency-unbounded/policy.js';
import queueRedriveMissing from './budget-exhaustion/queue-redrive-missing/policy.js';
import triggerLoop from './budget-exhaustion/trigger-loop/policy.js';
import type { Policy } from './policy.js';
import gatewayBypass from './shadow-apis/gateway-bypass/policy.js';
import stageWildcard from './shadow-apis/stage-wildcard/policy.js';

/** Every policy, one line each. */
export const catalogue: readonly Policy[] = [
  authorizerRemoved,
  corsTooWide,
  functionUrlOpen,
  routeWithoutAuthorizer,
  apiThrottlingMissing,
  asyncFailureUnhandled,
  concurrencyUnbounded,
  queueRedriveMissing,
  triggerLoop,
  gatewayBypass,
  stageWildcard,
];
