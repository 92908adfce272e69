import type { ServerlessFunction } from '../../../model/function.js';
import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';
import { fixed } from '../../../model/setting.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { type Codec, text } from '../../values/codec.js';
import { type Mapping, property, setting } from '../mapping.js';
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
      ? contextOf(declared)
      : (textOf(property(declared, 'CodeUri')) ?? textOf(property(declared, 'Code')));
  return written === undefined ? undefined : pathFrom(mapping.template.path, written);
}

/** The places of code that stands in the template. */
export function inlineCodeOf(declared: Declared): Pick<ServerlessFunction, 'inlineCode'> {
  const code = property(declared, 'InlineCode') ?? property(declared, 'Code', 'ZipFile');
  if (code?.kind !== 'scalar' && code?.kind !== 'pattern') return {};
  return { inlineCode: [code.origin ?? code.at] };
}

/** The folder that an image is built from: beside the function, or of a resource that builds it. */
function contextOf(declared: Declared): string | undefined {
  return textOf(valueAt(declared.metadata, 'DockerContext')) ?? textOf(property(declared, 'DockerContext'));
}

/** The file that an image is built by, beside the template. */
export function dockerfileOf(mapping: Mapping, declared: Declared): Pick<ServerlessFunction, 'dockerfile'> {
  const context = contextOf(declared);
  if (context === undefined) return {};
  const name =
    textOf(valueAt(declared.metadata, 'Dockerfile')) ?? textOf(property(declared, 'Dockerfile')) ?? 'Dockerfile';
  const dockerfile = pathFrom(mapping.template.path, `${context}/${name}`);
  return dockerfile === undefined ? {} : { dockerfile };
}

/** The name of the handler; of an image it is the first word of what overrides its command. */
export function handlerOf(declared: Declared): ServerlessFunction['handler'] {
  if (packagingOf(declared) !== 'image') return setting(declared, ['Handler'], text);
  const first: Codec<string> = { read: (value) => textOf(itemsOf(value)[0]), write: () => undefined };
  return setting(declared, ['ImageConfig', 'Command'], first);
}

/** The archive is told what to leave out of its folder. */
export function narrowedOf(declared: Declared): Pick<ServerlessFunction, 'carries'> {
  return property(declared, 'CodeNarrowed') === undefined ? {} : { carries: [] };
}

/** A build of its own, which puts in what the handler imports. */
export function builtAlone({ at, metadata }: Declared): Pick<ServerlessFunction, 'shipsAlone' | 'bundled'> {
  const method = valueAt(metadata, 'BuildMethod') ?? valueAt(metadata, 'shipsAlone');
  return method === undefined ? {} : { shipsAlone: fixed(true, at), bundled: isBundler(method) };
}

/** What SAM builds its package of: the entries of a bundler, or what rules of `make` copy. */
export function builtFrom(mapping: Mapping, declared: Declared): Pick<ServerlessFunction, 'entries' | 'makefile'> {
  const { metadata } = declared;
  const root = codeRootOf(mapping, declared) ?? '';
  const inRoot = (written: string) => {
    const found = localPath(root === '.' ? '' : root, written);
    return typeof found === 'object' ? [found.path] : [];
  };
  switch (textOf(valueAt(metadata, 'BuildMethod'))) {
    case 'makefile': {
      const [makefile] = inRoot('Makefile');
      return makefile === undefined ? {} : { makefile };
    }
    case 'esbuild': {
      const listed = itemsOf(valueAt(metadata, 'BuildProperties', 'EntryPoints'));
      return { entries: listed.flatMap((one) => textOf(one) ?? []).flatMap(inRoot) };
    }
    default:
      return {};
  }
}

/** `esbuild` of SAM, and the constructs that bundle; other methods build something else of one's own. */
function isBundler(method: Value): boolean {
  return method.kind === 'scalar' && (method.value === 'esbuild' || method.value === true);
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
