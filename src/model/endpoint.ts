import type { Resource } from './resource.js';
import type { Setting } from './setting.js';

/** The oldest version of TLS that a caller may use. `ssl` stands for what came before it. */
export type TlsVersion = 'ssl' | '1.0' | '1.1' | '1.2' | '1.3';

/** What answers requests or holds data under a name of its own, and how it is spoken to. */
export interface Endpoint extends Resource {
  readonly kind: 'endpoint';
  /** In words: `custom domain`, `distribution`. */
  readonly what: string;
  readonly oldestTls: Setting<TlsVersion>;
  /** Whether plain HTTP is refused or sent on to HTTPS; a path of its own may have it otherwise. */
  readonly https: readonly HttpsOnly[];
  /** Requests are logged. Undefined where something else keeps that record. */
  readonly accessLog?: Setting<boolean>;
  /** Nothing serverless answers there. */
  readonly minor?: true;
}

export interface HttpsOnly {
  /** The paths that it is about; undefined for all that nothing else is said of. */
  readonly path: string | undefined;
  readonly only: Setting<boolean>;
  /** Where nothing is said, plain HTTP is answered. */
  readonly byDefault?: true;
  /** Little comes of it: who comes in by plain HTTP is told otherwise. */
  readonly minor?: true;
}
