import type { ServerlessFunction } from '../../model/function.js';
import { absent, fixed, none } from '../../model/setting.js';
import { platforms } from './platforms.data.js';
import type { Said } from './said.js';

type Told = 'provider' | 'packaging' | 'role' | 'environment' | 'environmentOpen';

/** A function of which nothing more is said, on a platform that keeps its logs by itself and has few settings. */
export function plainFunction(said: Said<ServerlessFunction, Told>): ServerlessFunction {
  const { at } = said;
  return {
    platform: platforms[said.provider],
    runtime: none(at),
    handler: none(at),
    codeRoot: undefined,
    timeout: absent(at),
    memory: absent(at),
    concurrency: absent(at),
    tracing: none(at),
    logging: fixed(true, at),
    logsPerSecond: none(at),
    logGroup: none(at),
    onFailure: none(at),
    recursiveLoop: none(at),
    layers: none(at),
    insideVpc: none(at),
    purpose: 'handler',
    ...said,
    kind: 'function',
  };
}
