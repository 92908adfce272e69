import type { ServerlessFunction } from '../../../model/function.js';
import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';
import { fixed } from '../../../model/setting.js';
import { textOf, valueAt } from '../../../model/value.js';
import { type Mapping, property } from '../mapping.js';
import type { Declared } from '../template.js';

/** How a function's code is brought. */
export function packagingOf(declared: Declared): ServerlessFunction['packaging'] {
  const image = property(declared, 'ImageUri') ?? property(declared, 'Code', 'ImageUri');
  if (image !== undefined || textOf(property(declared, 'PackageType')) === 'Image') return 'image';
  if ((property(declared, 'InlineCode') ?? property(declared, 'Code', 'ZipFile')) !== undefined) return 'inline';
  const code = property(declared, 'CodeUri') ?? property(declared, 'Code');
  return code === undefined && textOf(property(declared, 'Runtime')) === undefined ? 'unknown' : 'zip';
}

/** The folder or file in the repository that the code is built from. */
export function codeRootOf(mapping: Mapping, declared: Declared): string | undefined {
  const packaging = packagingOf(declared);
  if (packaging === 'inline') return undefined;
  const written =
    packaging === 'image'
      ? textOf(valueAt(declared.metadata, 'DockerContext'))
      : (textOf(property(declared, 'CodeUri')) ?? textOf(property(declared, 'Code')));
  return written === undefined ? undefined : pathFrom(mapping.template.path, written);
}

/** A build of its own, which puts in what the handler imports. */
export function builtAlone({ at, metadata }: Declared): Pick<ServerlessFunction, 'shipsAlone'> {
  const method = valueAt(metadata, 'BuildMethod') ?? valueAt(metadata, 'shipsAlone');
  return method === undefined ? {} : { shipsAlone: fixed(true, at) };
}

/** The archive that a function names, if it does not name what is in it. */
export function archiveOf(declared: Declared): Pick<ServerlessFunction, 'archive'> {
  const archive = textOf(property(declared, 'CodeArchive'));
  return archive === undefined ? {} : { archive };
}

/** A path beside a file, as long as it stays in the repository. */
export function pathFrom(file: string, written: string): string | undefined {
  const found = localPath(folderOf(file), written);
  return typeof found === 'object' ? found.path : undefined;
}
