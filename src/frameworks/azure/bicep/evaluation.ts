import type { Declared, Existing } from '../../../clouds/azure/deployment.js';
import type { Notice } from '../../../findings/notice.js';
import type { Files } from '../../../model/files.js';
import type { StackParameter } from '../../../model/store.js';
import type { Value } from '../../../model/value.js';
import type { Source } from '../../../notation/source.js';
import type { Reading } from '../../../notation/writer.js';
import type { Allowance } from '../expressions/scope.js';
import type { BicepFile } from './file.js';
import type { Given } from './parameter-files.js';

/** What reading a Bicep file and everything below it shares. */
export interface Reach {
  readonly files: Files;
  readonly reading: Reading;
  readonly allowance: Allowance;
  readonly sources: Map<string, Source>;
  readonly notices: Notice[];
  readonly parsed: Map<string, BicepFile>;
  /** Other files whose text expressions load. */
  readonly loaded: Set<string>;
}

/** One file, called with arguments. */
export interface Call {
  readonly file: BicepFile;
  /** Before the names of what it declares. */
  readonly prefix: string;
  /** Arguments of a module; undefined for the file that starts the stack. */
  readonly args: ReadonlyMap<string, Value> | undefined;
  readonly given: readonly Given[];
  /** The files that call each other, outermost first. */
  readonly chain: readonly string[];
}

/** What a file comes to. */
export interface Evaluated {
  readonly resources: readonly Declared[];
  readonly existing: ReadonlyMap<string, Existing>;
  readonly outputs: Value;
  readonly parameters: readonly StackParameter[];
  readonly open: boolean;
}
