import type { ServerlessFunction } from '../../model/function.js';
import { absent, fixed } from '../../model/setting.js';
import type { Said } from './said.js';

type Told = 'provider' | 'packaging' | 'role' | 'environment' | 'environmentOpen';

/** A function about which nothing more is said, on a platform that keeps its logs by itself. */
export function plainFunction(said: Said<ServerlessFunction, Told>): ServerlessFunction {
  const { at } = said;
  return {
    runtime: absent(at),
    handler: absent(at),
    codeRoot: undefined,
    timeout: absent(at),
    memory: absent(at),
    concurrency: absent(at),
    tracing: absent(at),
    logging: fixed(true, at),
    logGroup: absent(at),
    onFailure: absent(at),
    recursiveLoop: absent(at),
    layers: absent(at),
    insideVpc: absent(at),
    purpose: 'handler',
    ...said,
    kind: 'function',
  };
}
