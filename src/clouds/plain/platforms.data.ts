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
 * https://docs.cloud.google.com/functions/docs/bestpractices/retries).
 */
export const platforms: Readonly<Record<Provider, Platform>> = {
  aws: {
    identity: 'function',
    logging: 'role',
    tracing: 'setting',
    limit: 'reservation',
    unlimited: 'all',
    endlessRetries: 'default',
    triggers: 'declared',
  },
  azure: {
    identity: 'app',
    logging: 'platform',
    tracing: 'connection-string',
    limit: 'instances',
    unlimited: 'hundreds',
    endlessRetries: 'asked',
    triggers: 'code',
  },
  google: {
    identity: 'function',
    logging: 'platform',
    tracing: 'platform',
    limit: 'instances',
    unlimited: 'hundreds',
    endlessRetries: 'asked',
    triggers: 'declared',
  },
  knative: {
    identity: 'function',
    logging: 'platform',
    tracing: 'platform',
    limit: 'scale',
    unlimited: 'all',
    endlessRetries: 'never',
    triggers: 'declared',
  },
  openfaas: {
    identity: 'function',
    logging: 'platform',
    tracing: 'platform',
    limit: 'scale',
    unlimited: 'few',
    endlessRetries: 'never',
    triggers: 'declared',
  },
};
