import type { Resource } from './resource.js';
import type { Setting } from './setting.js';

/** What the deployment or the platform itself connects to: the API that a provider calls, a service behind an API server. */
export interface Connection extends Resource {
  readonly kind: 'connection';
  /** It checks the certificate of the server. */
  readonly verified: Setting<boolean>;
}
