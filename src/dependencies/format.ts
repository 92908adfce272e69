import type { Notice } from '../findings/notice.js';
import type { Files } from '../model/files.js';
import type {
  Analysis,
  Component,
  ComponentEcosystem,
  ComponentSet,
  InstallScript,
  NamedPlace,
  Requirement,
  Silence,
  WrittenText,
} from './component.js';

/** One file to read, with the tree it stands in. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly files: Files;
}

/** What a format finds in a file's own text. */
export interface Parsed {
  readonly components: readonly Component[];
  readonly notices: readonly Notice[];
  readonly scripts?: readonly InstallScript[];
  readonly builds?: readonly NamedPlace[];
  readonly indexes?: readonly NamedPlace[];
  readonly analysis?: Analysis | undefined;
  readonly silences?: readonly Silence[];
  readonly copies?: ComponentSet['copies'];
  readonly texts?: readonly WrittenText[];
  readonly unverified?: readonly NamedPlace[];
  /** The lockfile names its own direct dependencies. */
  readonly rooted?: boolean;
  readonly lockVersion?: ComponentSet['lockVersion'];
  /** The ranges of direct dependencies that the lockfile was written for, if it says. */
  readonly asked?: readonly Requirement[];
  /** Hosts that the file itself names as registries. */
  readonly registries?: readonly string[];
}

/** One manifest or lockfile format: which paths, text -> components with spans. */
export interface Format {
  readonly name: string;
  readonly ecosystem: ComponentEcosystem;
  readonly kind: 'manifest' | 'lockfile';
  /** By the path alone. */
  readonly matches: (path: string) => boolean;
  /** Never throws on bad input: what cannot be read becomes a notice. */
  readonly parse: (source: Source) => Parsed;
  /** Of manifests: file names of the lockfiles that decide for it, in this folder or above. */
  readonly lockfiles?: readonly string[];
  /** Of lockfiles: file names of the manifests beside it. */
  readonly manifests?: readonly string[];
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path inside a folder. Steps up out of the repository give undefined. */
export function resolvePath(folder: string, relative: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
