import type { Files } from '../../../model/files.js';
import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';
import type { Span } from '../../../model/span.js';
import { textOf, type Value } from '../../../model/value.js';
import { jsonValue } from '../../../notation/json/text.js';
import { unknownValue } from '../expressions/expression-values.js';

/** Longer files are not loaded. */
const longest = 200_000;

/** The files of the repository that expressions load, and which of them were. */
export interface Loading {
  readonly files: Files;
  readonly loaded: Set<string>;
}

/** `loadTextContent('policy.xml')` and `loadJsonContent('roles.json')`, from the repository; undefined for other functions. */
export function loadedFile(
  { files, loaded }: Loading,
  caller: string,
  { name, args, at }: { readonly name: string; readonly args: readonly Value[]; readonly at: Span },
): Value | undefined {
  if (!name.startsWith('load')) return undefined;
  const [first, part] = args;
  const found = localPath(folderOf(caller), textOf(first) ?? '');
  const text = typeof found === 'object' && files.list().includes(found.path) ? files.read(found.path) : undefined;
  if (typeof found === 'object' && text !== undefined) loaded.add(found.path);
  if (text === undefined || text.length > longest) return unknownValue('loaded file', at);
  if (name === 'loadtextcontent') return { kind: 'scalar', value: text, at };
  const json = name === 'loadjsoncontent' && part === undefined ? jsonValue(text, at) : undefined;
  return json ?? unknownValue('loaded file', at);
}
