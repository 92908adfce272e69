import type { Files } from '../model/files.js';
import { folderOf } from '../model/path.js';
import type { Component } from './component.js';
import { type Format, fileName } from './format.js';
import { besideDeclared } from './formats/beside.js';
import { declaredBeside } from './formats/npm/npm-workspaces.js';
import { formats } from './formats.js';

/** What the manifests beside a lockfile declare; undefined where there are none. */
export function declaredFor(path: string, format: Format, files: Files): readonly Component[] | undefined {
  const source = { path, text: '', files };
  if (format.ecosystem === 'npm') return declaredBeside(source);
  const beside = formats.filter(({ ecosystem, kind }) => ecosystem === format.ecosystem && kind === 'manifest');
  const named = beside.filter((manifest) => format.manifests?.some((name) => manifest.matches(name)));
  if (format.ecosystem !== 'nuget') return besideDeclared(source, named);
  const folder = folderOf(path);
  const projects = files.list().filter((one) => folderOf(one) === folder && fileName(one).endsWith('proj'));
  const found = projects.flatMap((one) => {
    const text = files.read(one);
    return text === undefined
      ? []
      : beside
          .filter((manifest) => manifest.matches(one))
          .map((manifest) => manifest.parse({ path: one, text, files }));
  });
  return found.length === 0 ? undefined : found.flatMap(({ components }) => components);
}
