import type { Resource } from './resource.js';
import type { Setting } from './setting.js';

/** A way in for those who look after a thing, beside its own entry points. */
export interface MaintenanceAccess {
  /** What one gets into. */
  readonly owner: Resource;
  /** A debugger, files over FTP, deployment with a password, or the description of a GraphQL API. */
  readonly access: 'debugger' | 'files' | 'deployment' | 'introspection';
  /** Unique within its owner. */
  readonly name: string;
  readonly open: Setting<boolean>;
}
