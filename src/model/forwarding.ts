import type { Resource } from './resource.js';
import type { Setting } from './setting.js';

/** Where something of the stack sends requests on: what a gateway, a distribution, a topic or a job calls. */
export interface Forwarding extends Resource {
  readonly kind: 'forwarding';
  /** In words: `integration`, `origin`, `subscription`. */
  readonly what: string;
  /** The whole address, with its scheme. */
  readonly address: Setting<string>;
}
