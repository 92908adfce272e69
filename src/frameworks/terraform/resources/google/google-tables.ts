import type { Asset } from '../../../../clouds/google/google-stack.js';
import type { Fields } from '../field.js';

/** What one type of Terraform's is on Google Cloud, and where the properties of the API stand. */
export interface GoogleTable {
  readonly asset: Asset;
  readonly fields: Fields;
}
