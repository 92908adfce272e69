import { folderOf } from '../../../model/path.js';
import { member, readJson, stringsOf } from '../../../notation/json/positions.js';
import { outlineOf } from '../../../notation/yaml/outlined.js';
import type { Component } from '../../component.js';
import { resolvePath, type Source } from '../../format.js';
import { packageJson } from './package-json.js';

/** What the manifests of a lockfile's workspaces declare; undefined when there is no manifest beside it. */
export function declaredBeside(source: Source): readonly Component[] | undefined {
  const folder = folderOf(source.path);
  const root = inside(folder, 'package.json');
  const text = source.files.read(root);
  if (text === undefined) return undefined;
  const paths = [root, ...workspacePaths(source, folder, text)];
  return [...new Set(paths)].flatMap((path) => {
    const manifest = path === root ? text : source.files.read(path);
    return manifest === undefined ? [] : packageJson.parse({ path, text: manifest, files: source.files }).components;
  });
}

function inside(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

const mostWorkspaces = 500;

function workspacePaths(source: Source, folder: string, text: string): readonly string[] {
  const workspaces = member(readJson(source.path, text).root, 'workspaces');
  const listed = [...stringsOf(workspaces), ...stringsOf(member(workspaces, 'packages'))].map(({ value }) =>
    String(value),
  );
  const path = inside(folder, 'pnpm-workspace.yaml');
  const pnpm = source.files.read(path);
  const root = pnpm === undefined ? [] : outlineOf({ path, text: pnpm }).nodes;
  const packages = root.find((node) => node.key === 'packages');
  const globs = [...listed, ...(packages?.children.map((node) => node.value) ?? [])];
  const patterns = globs.flatMap((glob) => resolvePath(folder, glob) ?? []);
  if (patterns.length === 0) return [];
  const manifests = source.files.list().filter((path) => path.endsWith('/package.json'));
  return manifests
    .filter((path) => patterns.some((pattern) => matchesGlob(folderOf(path), pattern)))
    .slice(0, mostWorkspaces);
}

/** Whole segments, `*` inside one segment, `**` over several at the end. */
function matchesGlob(folder: string, pattern: string): boolean {
  const wanted = pattern.split('/');
  const found = folder.split('/');
  if (found.includes('node_modules')) return false;
  const open = wanted.at(-1) === '**';
  const fixed = open ? wanted.slice(0, -1) : wanted;
  if (open ? found.length <= fixed.length : found.length !== fixed.length) return false;
  return fixed.every((part, index) => matchesSegment(found[index] ?? '', part));
}

function matchesSegment(text: string, pattern: string): boolean {
  const star = pattern.indexOf('*');
  if (star === -1) return text === pattern;
  const head = pattern.slice(0, star);
  const tail = pattern.slice(pattern.lastIndexOf('*') + 1);
  return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail);
}
