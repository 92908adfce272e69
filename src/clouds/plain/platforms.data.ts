import type { Provider } from '../../model/function.js';
import type { Platform } from '../../model/platform.js';

/**
 * Sources, read 2026-11-26: https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html,
 * https://learn.microsoft.com/azure/azure-functions/event-driven-scaling,
 * https://learn.microsoft.com/azure/azure-functions/functions-bindings-error-pages,
 * https://docs.cloud.google.com/run/docs/configuring/max-instances, https://docs.cloud.google.com/functions/docs/bestpractices/retries,
 * https://knative.dev/docs/serving/autoscaling/scale-bounds/, https://docs.openfaas.com/architecture/autoscaling/.
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
