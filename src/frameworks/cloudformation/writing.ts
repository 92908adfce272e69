import type { MapEntry } from '../../model/value.js';
import type { Writer } from '../reading/writer.js';
import type { Documents } from './documents.js';

/** Writes into whichever of the stack's texts a value stands in. */
export function writerOf(_documents: Documents, _resources: readonly MapEntry[]): Writer {
  const cannot = (): undefined => undefined;
  return { replace: cannot, insert: cannot, remove: cannot, append: cannot };
}
