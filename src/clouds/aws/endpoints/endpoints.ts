import type { Endpoint } from '../../../model/endpoint.js';
import type { Mapping } from '../mapping.js';
import { distributions } from './distributions.js';
import { domainEndpoints } from './domains.js';
import { listenerEndpoints } from './listeners.js';

/** What answers requests under a name of its own. API Gateway and function URLs know HTTPS only. */
export function mapEndpoints(mapping: Mapping): readonly Endpoint[] {
  return [...domainEndpoints(mapping), ...distributions(mapping), ...listenerEndpoints(mapping)];
}
