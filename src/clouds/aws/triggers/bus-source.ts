import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { jsonValue } from '../../../notation/json/text.js';

/** The bucket that a pattern of the default bus selects events of: `{source: [aws.s3], detail: {bucket: {name: [...]}}}`. */
export function bucketInPattern(written: Value | undefined): Value | undefined {
  const pattern = written?.kind === 'scalar' ? jsonValue(String(written.value), written.at) : written;
  const isS3 = itemsOf(valueAt(pattern, 'source')).some((source) => textOf(source) === 'aws.s3');
  const names = itemsOf(valueAt(pattern, 'detail', 'bucket', 'name'));
  return isS3 && names.length === 1 ? names[0] : undefined;
}
