import type { Provider } from '../../model/function.js';
import type { Platform } from '../../model/platform.js';

/**
 * What each platform does by itself. Read 2026-11-26:
 * instances at most: Consumption plan 200 or 100 (https://learn.microsoft.com/azure/azure-functions/functions-scale),
 * Cloud Run 100 (https://docs.cloud.google.com/run/docs/configuring/max-instances-limits), OpenFaaS 20
 * (https://docs.openfaas.com/architecture/autoscaling), Lambda and Knative as many as the account or cluster allows;
 * retries: Lambda tries records of streams until they expire unless it is told not to
 * (https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html), Azure and Google where the function asks for it
 * (https://learn.microsoft.com/azure/azure-functions/functions-bindings-error-pages,
 * https://docs.cloud.google.com/functions/docs/bestpractices/retries);
 * waiting: API Gateway 29 or 30 s (https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html), the load balancer of
 * Azure Functions 230 s (https://learn.microsoft.com/azure/azure-functions/functions-scale); running: Lambda 900 s
 * (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html), Cloud Run 3600 s
 * (https://docs.cloud.google.com/run/docs/configuring/request-timeout), Knative 600 s unless the cluster says otherwise
 * (https://knative.dev/docs/serving/configuration/config-defaults);
 * requests: Lambda gives an environment one at a time (https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html) except web
 * functions and managed instances, Cloud Functions one unless told otherwise (https://docs.cloud.google.com/run/docs/about-concurrency),
 * Azure (https://learn.microsoft.com/azure/azure-functions/functions-concurrency), Knative
 * (https://knative.dev/docs/serving/autoscaling/concurrency) and OpenFaaS
 * (https://docs.openfaas.com/reference/workloads) several.
 */
export const platforms: Readonly<Record<Provider, Platform>> = {
  aws: {
    assumedBy: 'lambda.amazonaws.com',
    identity: 'function',
    logging: 'role',
    tracing: 'setting',
    limit: 'reservation',
    unlimited: 'all',
    endlessRetries: 'default',
    waits: 30,
    longest: 900,
    requests: 'one',
    triggers: 'declared',
  },
  azure: {
    assumedBy: undefined,
    identity: 'app',
    logging: 'platform',
    tracing: 'connection-string',
    limit: 'instances',
    unlimited: 'hundreds',
    endlessRetries: 'asked',
    waits: 230,
    longest: undefined,
    requests: 'several',
    triggers: 'code',
  },
  google: {
    assumedBy: undefined,
    identity: 'function',
    logging: 'platform',
    tracing: 'platform',
    limit: 'instances',
    unlimited: 'hundreds',
    endlessRetries: 'asked',
    waits: undefined,
    longest: 3600,
    requests: 'one',
    triggers: 'declared',
  },
  knative: {
    assumedBy: undefined,
    identity: 'function',
    logging: 'platform',
    tracing: 'platform',
    limit: 'scale',
    unlimited: 'all',
    endlessRetries: 'never',
    waits: undefined,
    longest: 600,
    requests: 'several',
    triggers: 'declared',
  },
  openfaas: {
    assumedBy: undefined,
    identity: 'function',
    logging: 'platform',
    tracing: 'platform',
    limit: 'scale',
    unlimited: 'few',
    endlessRetries: 'never',
    waits: undefined,
    longest: undefined,
    requests: 'several',
    triggers: 'declared',
  },
};
