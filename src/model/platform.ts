/** What a platform does with each of its functions by itself, where no setting says it. Each cloud says its own. */
export interface Platform {
  /** The service that takes over the role of a function to run it; undefined where functions have no roles that others could take over. */
  readonly assumedBy: string | undefined;
  /** Whose permissions a function has: its own role's, or those of the app that it is deployed with. */
  readonly identity: 'function' | 'app';
  /** Who writes a function's logs: the function, with the permissions of its role, or the platform. */
  readonly logging: 'role' | 'platform';
  /** What turns tracing on: a setting, a connection string among the variables; otherwise the platform decides for all. */
  readonly tracing: 'setting' | 'connection-string' | 'platform';
  /** What a limit on parallel instances is: a share of the account's, a number of instances, or a scale. */
  readonly limit: 'reservation' | 'instances' | 'scale';
  /** How many instances there are at most without a limit: as many as the account or cluster has, hundreds, or a few. */
  readonly unlimited: 'all' | 'hundreds' | 'few';
  /** Where events are retried without end: wherever nothing is said, where it is asked for, or nowhere. */
  readonly endlessRetries: 'default' | 'asked' | 'never';
  /** Seconds for which the front of its functions waits for an answer; undefined where a function's own timeout decides. */
  readonly waits: number | undefined;
  /** Seconds that a function may run at most; undefined where there is no such limit. */
  readonly longest: number | undefined;
  /** Whether one instance answers one request at a time, or several at once. */
  readonly requests: 'one' | 'several';
  /** Where it stands what starts a function: with its deployment, or in its code. */
  readonly triggers: 'declared' | 'code';
}
