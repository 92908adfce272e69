import type { Value } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';
import type { Schemes } from './schemes.js';

/** A document with what its operations refer to. */
export interface OpenApiWhole {
  readonly document: Value;
  readonly schemes: Schemes;
  readonly reading: Reading;
}
