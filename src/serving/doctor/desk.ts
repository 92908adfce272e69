import type { ServerEnvironment } from '../../environment.js';
import type { GitHub } from '../../pull-request/client.js';
import type { AppManifest } from '../manifest.js';

/** What the looks work with. */
export interface Desk {
  readonly settings: ServerEnvironment;
  readonly manifest: AppManifest;
  /** As the app itself. */
  readonly github: GitHub;
  /** As the app in one of its installations. */
  readonly as: (installation: number) => Promise<GitHub>;
  readonly now: () => number;
}
