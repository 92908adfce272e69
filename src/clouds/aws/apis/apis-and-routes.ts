import type { Api, Route } from '../../../model/api.js';

/** The APIs of a stack and their routes. */
export interface ApisAndRoutes {
  readonly apis: readonly Api[];
  readonly routes: readonly Route[];
}
