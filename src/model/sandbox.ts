import type { Resource } from './resource.js';
import type { Setting } from './setting.js';
import type { Span } from './span.js';

/** An image that small virtual machines are started from, each for code that nobody vouches for. */
export interface SandboxImage extends Resource {
  readonly kind: 'sandbox-image';
  /** Code in it may do more than the platform allows by default: mount, nest, trace. */
  readonly allCapabilities: Setting<boolean>;
  /** It reaches all of the internet. `none` where that is decided when a machine is started. */
  readonly reachesInternet: Setting<boolean>;
  /** Names of the variables that every machine has, as they were when the image was built. */
  readonly variables: readonly { readonly name: string; readonly at: Span }[];
}
