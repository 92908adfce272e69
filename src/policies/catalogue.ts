/* eslint max-lines: ['error', 200] -- one line for each policy */
import apiKeyOnlyAuth from './broken-authentication/api-key-only-auth/policy.js';
import authorizerRemoved from './broken-authentication/authorizer-removed/policy.js';
import azureAppAuthOff from './broken-authentication/azure-app-auth-off/policy.js';
import corsTooWide from './broken-authentication/cors-too-wide/policy.js';
import functionUrlOpen from './broken-authentication/function-url-open/policy.js';
import identityPoolWeak from './broken-authentication/identity-pool-weak/policy.js';
import routeWithoutAuthorizer from './broken-authentication/route-without-authorizer/policy.js';
import tokenVerificationWeak from './broken-authentication/token-verification-weak/policy.js';
import unsignedWebhook from './broken-authentication/unsigned-webhook/policy.js';
import apiThrottlingMissing from './budget-exhaustion/api-throttling-missing/policy.js';
import asyncFailureUnhandled from './budget-exhaustion/async-failure-unhandled/policy.js';
import budgetMissing from './budget-exhaustion/budget-missing/policy.js';
import concurrencyUnbounded from './budget-exhaustion/concurrency-unbounded/policy.js';
import internalApiPublic from './budget-exhaustion/internal-api-public/policy.js';
import perClientLimitMissing from './budget-exhaustion/per-client-limit-missing/policy.js';
import queueRedriveMissing from './budget-exhaustion/queue-redrive-missing/policy.js';
import streamRetryUnbounded from './budget-exhaustion/stream-retry-unbounded/policy.js';
import timeoutExcessive from './budget-exhaustion/timeout-excessive/policy.js';
import triggerLoop from './budget-exhaustion/trigger-loop/policy.js';
import wafMissing from './budget-exhaustion/waf-missing/policy.js';
import allInOneFunction from './coarse-granularity/all-in-one-function/policy.js';
import bulkFunctionChange from './coarse-granularity/bulk-function-change/policy.js';
import bundleTooWide from './coarse-granularity/bundle-too-wide/policy.js';
import oversizedOrSwallowingHandler from './coarse-granularity/oversized-or-swallowing-handler/policy.js';
import packageNotIndividual from './coarse-granularity/package-not-individual/policy.js';
import staticAnalysisMissing from './coarse-granularity/static-analysis-missing/policy.js';
import workflowUnguarded from './coarse-granularity/workflow-unguarded/policy.js';
import crossInvocationState from './data-exposure/cross-invocation-state/policy.js';
import dataLifecycleMissing from './data-exposure/data-lifecycle-missing/policy.js';
import encryptionDisabled from './data-exposure/encryption-disabled/policy.js';
import plaintextSecretInEnv from './data-exposure/plaintext-secret-in-env/policy.js';
import publicBucket from './data-exposure/public-bucket/policy.js';
import requestDataLogged from './data-exposure/request-data-logged/policy.js';
import secretInSource from './data-exposure/secret-in-source/policy.js';
import type { Policy } from './definition.js';
import broadEventSubscription from './event-injection/broad-event-subscription/policy.js';
import eventToCodeEval from './event-injection/event-to-code-eval/policy.js';
import eventToFilePath from './event-injection/event-to-file-path/policy.js';
import eventToHtml from './event-injection/event-to-html/policy.js';
import eventToLog from './event-injection/event-to-log/policy.js';
import eventToNosql from './event-injection/event-to-nosql/policy.js';
import eventToOsCommand from './event-injection/event-to-os-command/policy.js';
import eventToOutboundUrl from './event-injection/event-to-outbound-url/policy.js';
import eventToPrompt from './event-injection/event-to-prompt/policy.js';
import eventToResourceName from './event-injection/event-to-resource-name/policy.js';
import eventToSql from './event-injection/event-to-sql/policy.js';
import eventToTemplate from './event-injection/event-to-template/policy.js';
import eventToUnsafeParser from './event-injection/event-to-unsafe-parser/policy.js';
import handlerInputUnvalidated from './event-injection/handler-input-unvalidated/policy.js';
import requestValidationMissing from './event-injection/request-validation-missing/policy.js';
import cleartextEndpoint from './insecure-transport/cleartext-endpoint/policy.js';
import httpsNotEnforced from './insecure-transport/https-not-enforced/policy.js';
import storeAllowsCleartext from './insecure-transport/store-allows-cleartext/policy.js';
import tlsVerificationDisabled from './insecure-transport/tls-verification-disabled/policy.js';
import tlsVersionOld from './insecure-transport/tls-version-old/policy.js';
import apiLoggingOff from './insufficient-logging/api-logging-off/policy.js';
import failureBacklogAlarmMissing from './insufficient-logging/failure-backlog-alarm-missing/policy.js';
import functionAlarmMissing from './insufficient-logging/function-alarm-missing/policy.js';
import functionLoggingOff from './insufficient-logging/function-logging-off/policy.js';
import logGroupUndeclared from './insufficient-logging/log-group-undeclared/policy.js';
import logRetentionMissing from './insufficient-logging/log-retention-missing/policy.js';
import monitoringRemoved from './insufficient-logging/monitoring-removed/policy.js';
import protectionRemoved from './insufficient-logging/protection-removed/policy.js';
import tracingOff from './insufficient-logging/tracing-off/policy.js';
import trailIncomplete from './insufficient-logging/trail-incomplete/policy.js';
import verboseErrorResponse from './insufficient-logging/verbose-error-response/policy.js';
import adminGrant from './over-privileged-permissions/admin-grant/policy.js';
import defaultServiceIdentity from './over-privileged-permissions/default-service-identity/policy.js';
import exposedPowerPath from './over-privileged-permissions/exposed-power-path/policy.js';
import invokePermissionUnscoped from './over-privileged-permissions/invoke-permission-unscoped/policy.js';
import microvmTooOpen from './over-privileged-permissions/microvm-too-open/policy.js';
import privilegeEscalationGrant from './over-privileged-permissions/privilege-escalation-grant/policy.js';
import publicResourcePolicy from './over-privileged-permissions/public-resource-policy/policy.js';
import roleSharedByFunctions from './over-privileged-permissions/role-shared-by-functions/policy.js';
import roleTrustTooWide from './over-privileged-permissions/role-trust-too-wide/policy.js';
import secretReadWildcard from './over-privileged-permissions/secret-read-wildcard/policy.js';
import unusedGrant from './over-privileged-permissions/unused-grant/policy.js';
import wildcardAction from './over-privileged-permissions/wildcard-action/policy.js';
import wildcardResource from './over-privileged-permissions/wildcard-resource/policy.js';
import catchAllRoute from './shadow-apis/catch-all-route/policy.js';
import gatewayBypass from './shadow-apis/gateway-bypass/policy.js';
import managementSurfaceOpen from './shadow-apis/management-surface-open/policy.js';
import orphanFunction from './shadow-apis/orphan-function/policy.js';
import removedFromDocStillDeployed from './shadow-apis/removed-from-doc-still-deployed/policy.js';
import stageWildcard from './shadow-apis/stage-wildcard/policy.js';
import undocumentedRoute from './shadow-apis/undocumented-route/policy.js';
import dependencyTyposquat from './vulnerable-components/dependency-typosquat/policy.js';
import deprecatedRuntime from './vulnerable-components/deprecated-runtime/policy.js';
import freshVersion from './vulnerable-components/fresh-version/policy.js';
import installScriptAdded from './vulnerable-components/install-script-added/policy.js';
import lockfileTampered from './vulnerable-components/lockfile-tampered/policy.js';
import maliciousPackage from './vulnerable-components/malicious-package/policy.js';
import unknownLayerPublisher from './vulnerable-components/unknown-layer-publisher/policy.js';
import unpinnedComponent from './vulnerable-components/unpinned-component/policy.js';
import vulnerableDependency from './vulnerable-components/vulnerable-dependency/policy.js';

/** Every policy, one line each. */
export const catalogue: readonly Policy[] = [
  apiKeyOnlyAuth,
  authorizerRemoved,
  azureAppAuthOff,
  corsTooWide,
  functionUrlOpen,
  identityPoolWeak,
  routeWithoutAuthorizer,
  tokenVerificationWeak,
  unsignedWebhook,
  apiThrottlingMissing,
  asyncFailureUnhandled,
  budgetMissing,
  concurrencyUnbounded,
  internalApiPublic,
  perClientLimitMissing,
  queueRedriveMissing,
  streamRetryUnbounded,
  timeoutExcessive,
  triggerLoop,
  wafMissing,
  allInOneFunction,
  bulkFunctionChange,
  bundleTooWide,
  oversizedOrSwallowingHandler,
  packageNotIndividual,
  staticAnalysisMissing,
  workflowUnguarded,
  crossInvocationState,
  dataLifecycleMissing,
  encryptionDisabled,
  plaintextSecretInEnv,
  publicBucket,
  requestDataLogged,
  secretInSource,
  broadEventSubscription,
  eventToCodeEval,
  eventToFilePath,
  eventToHtml,
  eventToLog,
  eventToNosql,
  eventToOsCommand,
  eventToOutboundUrl,
  eventToPrompt,
  eventToResourceName,
  eventToSql,
  eventToTemplate,
  eventToUnsafeParser,
  handlerInputUnvalidated,
  requestValidationMissing,
  cleartextEndpoint,
  httpsNotEnforced,
  storeAllowsCleartext,
  tlsVerificationDisabled,
  tlsVersionOld,
  apiLoggingOff,
  failureBacklogAlarmMissing,
  functionAlarmMissing,
  functionLoggingOff,
  logGroupUndeclared,
  logRetentionMissing,
  monitoringRemoved,
  protectionRemoved,
  tracingOff,
  trailIncomplete,
  verboseErrorResponse,
  adminGrant,
  defaultServiceIdentity,
  exposedPowerPath,
  invokePermissionUnscoped,
  microvmTooOpen,
  privilegeEscalationGrant,
  publicResourcePolicy,
  roleSharedByFunctions,
  roleTrustTooWide,
  secretReadWildcard,
  unusedGrant,
  wildcardAction,
  wildcardResource,
  catchAllRoute,
  gatewayBypass,
  managementSurfaceOpen,
  orphanFunction,
  removedFromDocStillDeployed,
  stageWildcard,
  undocumentedRoute,
  dependencyTyposquat,
  deprecatedRuntime,
  freshVersion,
  installScriptAdded,
  lockfileTampered,
  maliciousPackage,
  unknownLayerPublisher,
  unpinnedComponent,
  vulnerableDependency,
];
