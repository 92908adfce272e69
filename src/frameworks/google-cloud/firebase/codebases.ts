import type { Notice } from '../../../findings/notice.js';
import type { Files } from '../../../model/files.js';
import { built, inFolders, installed, tests } from '../../../model/folders.js';
import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';
import { entryOf, itemsOf, type MapValue, textOf, type Value, valueAt } from '../../../model/value.js';
import { filesUnder } from '../../files/folder-files.js';
import type { TextFiles } from '../../files/text-files.js';

/** One group of functions that a Firebase project deploys. */
export interface Codebase {
  /** What `firebase.json` says about it. */
  readonly settings: MapValue;
  readonly folder: string;
  readonly sources: readonly string[];
  readonly manifest: Value | undefined;
  /** Committed files of variables. */
  readonly variables: readonly string[];
  /** Committed files of the configuration that came before variables. */
  readonly configurations: readonly string[];
}

const code = /\.(?:ts|js|mjs|cjs|mts|cts)$/;
/** `lib` is what TypeScript is compiled into by default. */
const isSkipped = inFolders(installed, built, tests, ['lib']);
const skippedFile = /\.d\.ts$|\.(?:test|spec)\.[a-z]+$/;

/** Source files of one group that are looked at, at most. */
const mostSources = 150;

/** The groups of functions of a project. */
export function codebasesOf(path: string, root: Value, files: Files, texts: TextFiles): readonly Codebase[] {
  return itemsOf(entryOf(root, 'functions')?.value).flatMap((settings) => {
    if (settings.kind !== 'map') return [];
    const located = localPath(folderOf(path), textOf(valueAt(settings, 'source')) ?? 'functions');
    if (typeof located !== 'object') return [];
    const folder = located.path;
    const own = filesUnder(files.list(), folder);
    const below = (name: string) => name.slice(folder === '' ? 0 : folder.length + 1);
    const sources = own
      .filter((name) => code.test(name) && !isSkipped(below(name)) && !skippedFile.test(name))
      .slice(0, mostSources);
    const manifest = folder === '' ? 'package.json' : `${folder}/package.json`;
    return [
      {
        settings,
        folder,
        sources,
        manifest: own.includes(manifest) ? texts.read(manifest)?.documents?.[0] : undefined,
        configurations: own.filter((name) => below(name) === '.runtimeconfig.json'),
        variables: own.filter((name) => /^\.env(?:\.[\w-]+)?$/.test(below(name)) && !/example|sample/.test(name)),
      },
    ];
  });
}

/** Notices that matter here: the manifest is judged elsewhere. */
export function noticesAbout(path: string, { notices }: TextFiles): readonly Notice[] {
  return notices.filter((notice) => notice.path === path);
}
