import type { ServerlessFunction } from './function.js';
import type { Model } from './model.js';

/** Who can start a function (catalogue §1), most exposed first. */
export type Exposure = 'open' | 'keyed' | 'authenticated' | 'internal' | 'unknown';

export function exposureOf(_fn: ServerlessFunction, _model: Model): Exposure {
  return 'unknown';
}
