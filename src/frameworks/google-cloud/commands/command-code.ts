import type { Files } from '../../../model/files.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { localPath } from '../../../model/local-path.js';
import { folderOf, isWithin } from '../../../model/path.js';
import { fixed } from '../../../model/setting.js';
import { carriedBeside } from '../../files/carried.js';
import { type DeployCommand, wordOf } from './deploy-command.js';

/** Files that a function of Google Cloud is started by: cloud.google.com/run/docs/write-functions, 2026-11-27. */
const starting = ['package.json', 'main.py', 'index.js', 'function.js', 'index.ts'];

/**
 * What the command line leaves out of a folder that it uploads, beside `.git` and what `.gitignore` lists.
 * https://docs.cloud.google.com/sdk/gcloud/reference/topic/gcloudignore, 2026-11-27
 */
const ignoreFile = '.gcloudignore';

/** Where a command stands: the file that runs it, and its text. */
interface Place {
  readonly entry: string;
  readonly text: string;
  readonly files: Files;
}

/** A function or service with the folder that its command uploads, what is in it that no code needs, and what it starts there. */
export function withCode(fn: ServerlessFunction, command: DeployCommand | undefined, place: Place): ServerlessFunction {
  if (command === undefined || command.product === 'jobs') return fn;
  const folder = uploadedFolder(command, place);
  if (folder === undefined) return fn;
  const found = { ...fn, codeRoot: folder === '' ? '.' : folder, ...carriedIn(folder, command, place) };
  return command.product === 'functions' ? { ...found, ...handlerOf(fn, command) } : found;
}

/** Left out, it is the function's name. */
function handlerOf({ handler }: ServerlessFunction, command: DeployCommand): Partial<ServerlessFunction> {
  const written = wordOf(command, '--entry-point') ?? command.name;
  return handler.kind === 'absent' && /^\w+$/.test(written) ? { handler: fixed<string>(written, command.at) } : {};
}

/** `--source`, or for functions the folder that the command is run in: the root, or that of its file. */
function uploadedFolder(command: DeployCommand, { entry, text, files }: Place): string | undefined {
  const written = wordOf(command, '--source');
  const source = written ?? (command.product === 'functions' ? '.' : undefined);
  if (source === undefined || /^\w+:\/\/|\$/.test(source)) return undefined;
  const located = [folderOf(entry), ''].flatMap((folder) => {
    const found = localPath(folder, source);
    return typeof found === 'object' ? [found.path] : [];
  });
  const list = new Set(files.list());
  const started = located.find((folder) => starting.some((name) => list.has(inFolder(folder, name))));
  if (started !== undefined || written === undefined || isElsewhere(text)) return started;
  const [, fromRoot] = located;
  return fromRoot !== undefined && files.list().some((path) => isWithin(path, fromRoot)) ? fromRoot : undefined;
}

/** Commands that run in a folder of their own mean another one. */
function isElsewhere(text: string): boolean {
  return /\bcd\s|^\s*(?:-\s*)?dir:|working-directory:/m.test(text);
}

function carriedIn(
  folder: string,
  command: DeployCommand,
  { text, files }: Place,
): Pick<ServerlessFunction, 'carries' | 'ignoreFile'> {
  if (wordOf(command, '--source') === undefined || isElsewhere(text) || text.includes('--ignore-file')) return {};
  // What an image holds is said where it is built.
  const isBuilt = command.product === 'run' && files.list().includes(inFolder(folder, 'Dockerfile'));
  return isBuilt ? {} : { carries: carriedBeside(files, folder, ignoreFile), ignoreFile };
}

function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
