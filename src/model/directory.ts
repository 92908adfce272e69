import type { Resource } from './resource.js';
import type { Setting } from './setting.js';

/** Gives people who sign in elsewhere, and guests, credentials of the cloud. */
export interface IdentityPool extends Resource {
  readonly kind: 'identity-pool';
  /** Whoever asks gets credentials, without signing in. */
  readonly guests: Setting<boolean>;
  /** The id of the role that guests have, if it is in the stack. */
  readonly guestRole: string | undefined;
}

/** Keeps people with their passwords. */
export interface UserPool extends Resource {
  readonly kind: 'user-pool';
  readonly secondFactor: Setting<'off' | 'optional' | 'required', 'optional'>;
  readonly leastPassword: Setting<number>;
}

/** One way for an app to sign people of a user pool in. */
export interface PoolClient extends Resource {
  readonly kind: 'pool-client';
  readonly pool: string | undefined;
  /** The app sends the password as it is. */
  readonly plainPasswords: Setting<boolean>;
  /** Tokens are a part of the address that the browser is sent to. */
  readonly implicitFlow: Setting<boolean>;
  /** Whether it says that somebody is not there. */
  readonly hidesUsers: Setting<boolean>;
  readonly revokesTokens: Setting<boolean>;
  /** No person signs in, only machines with secrets of their own. */
  readonly isForMachines: boolean;
}

export type Directory = IdentityPool | UserPool | PoolClient;
