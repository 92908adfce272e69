import type { Route } from '../server/exchange.js';
import { appRoutes } from './app.js';
import { checkListRoutes } from './check-lists.js';
import { checkRoutes } from './checks.js';
import { codeScanningRoutes } from './code-scanning.js';
import { commentRoutes } from './comments.js';
import { commitRoutes } from './commits.js';
import { contentRoutes } from './contents.js';
import { deliveryRoutes } from './deliveries.js';
import { gitRoutes } from './git.js';
import { pullRoutes } from './pulls.js';
import { reviewRoutes } from './reviews.js';

/** Every route of GitHub's REST API that the sandbox answers. */
export const routes: readonly Route[] = [
  ...appRoutes,
  ...deliveryRoutes,
  ...contentRoutes,
  ...commitRoutes,
  ...gitRoutes,
  ...pullRoutes,
  ...reviewRoutes,
  ...commentRoutes,
  ...checkRoutes,
  ...checkListRoutes,
  ...codeScanningRoutes,
];
