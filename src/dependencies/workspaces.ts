import type { Files } from '../model/files.js';
import { inFolders, installed } from '../model/folders.js';
import { folderOf } from '../model/path.js';
import type { ComponentEcosystem } from './component.js';
import { fileName } from './format.js';

const manifestNames = new Map<string, ComponentEcosystem>([
  ['package.json', 'npm'],
  ['requirements.txt', 'pypi'],
  ['pyproject.toml', 'pypi'],
  ['Pipfile', 'pypi'],
  ['go.mod', 'go'],
  ['pom.xml', 'maven'],
  ['build.gradle', 'maven'],
  ['build.gradle.kts', 'maven'],
  ['Gemfile', 'rubygems'],
  ['composer.json', 'packagist'],
  ['Cargo.toml', 'crates'],
]);

/** The folders of a tree that have a manifest, by ecosystem. The tree is walked once, when first asked. */
export function foldersWithManifests(files: Files): (ecosystem: string) => readonly string[] {
  let index: ReadonlyMap<string, readonly string[]> | undefined;
  return (ecosystem) => {
    index ??= indexOf(files);
    return index.get(ecosystem) ?? [];
  };
}

const isInstalled = inFolders(installed);

function indexOf(files: Files): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const path of files.list()) {
    const ecosystem = manifestNames.get(fileName(path));
    if (ecosystem === undefined || isInstalled(path)) continue;
    const folders = found.get(ecosystem) ?? new Set();
    folders.add(folderOf(path));
    found.set(ecosystem, folders);
  }
  return new Map([...found].map(([ecosystem, folders]) => [ecosystem, [...folders]]));
}
