import { folderOf } from '../../model/path.js';
import type { Component } from '../component.js';
import type { Format, Source } from '../format.js';
import type { Roots } from '../reading/graph.js';

/** What the manifests in the lockfile's own folder declare; undefined when there is none. */
export function besideDeclared(source: Source, manifests: readonly Format[]): readonly Component[] | undefined {
  const folder = folderOf(source.path);
  const prefix = folder === '' ? '' : `${folder}/`;
  const found = manifests.flatMap((format) =>
    namesOf(format).flatMap((name) => {
      const text = source.files.read(prefix + name);
      return text === undefined ? [] : [format.parse({ path: prefix + name, text, files: source.files }).components];
    }),
  );
  return found.length === 0 ? undefined : found.flat();
}

const names = ['pyproject.toml', 'Pipfile', 'Gemfile', 'composer.json', 'Cargo.toml'];

function namesOf(format: Format): readonly string[] {
  return names.filter((name) => format.matches(name));
}

/** Roots for lockfiles that hold each package once: the packages' names are their ids. */
export function rootsByName(declared: readonly Component[] | undefined): Roots | undefined {
  if (declared === undefined) return undefined;
  const named = (dev: boolean): readonly string[] =>
    declared.filter((component) => component.dev === dev).map((component) => component.name);
  return { runtime: named(false), dev: named(true) };
}
