import type { ServerlessFunction } from '../../../model/function.js';
import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';
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

/** A path beside a file, as long as it stays in the repository. */
export function pathFrom(file: string, written: string): string | undefined {
  const found = localPath(folderOf(file), written);
  return typeof found === 'object' ? found.path : undefined;
}
