import type { Resource } from './resource.js';
import type { Setting } from './setting.js';

/** A way in for those who look after a thing, beside its own entry points. */
export interface MaintenanceAccess {
  /** What one gets into. */
  readonly owner: Resource;
  /**
   * A debugger, files over FTP, deployment with a password, the description of a GraphQL API, senders of events that
   * nothing holds back, or a policy about them that nothing enforces.
   */
  readonly access: 'debugger' | 'files' | 'deployment' | 'introspection' | 'senders' | 'event-policy';
  /** Unique within its owner. */
  readonly name: string;
  readonly open: Setting<boolean>;
  /** It is open where nothing is said. */
  readonly byDefault?: true;
}
