import type { Files } from '../../../model/files.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';
import { fixed } from '../../../model/setting.js';
import { type DeployCommand, wordOf } from './deploy-command.js';

/** Files that a function of Google Cloud is started by: cloud.google.com/run/docs/write-functions, 2026-11-27. */
const starting = ['package.json', 'main.py', 'index.js', 'function.js', 'index.ts'];

interface Place {
  readonly entry: string;
  readonly files: Files;
}

/** A function with the folder that its command uploads: `--source`, or the one that it is run in; and what it starts there. */
export function withCode(fn: ServerlessFunction, command: DeployCommand | undefined, place: Place): ServerlessFunction {
  if (command?.product !== 'functions') return fn;
  const codeRoot = rootOf(command, place);
  if (codeRoot === undefined) return fn;
  const written = wordOf(command, '--entry-point') ?? command.name;
  // Left out, it is the function's name.
  const handler =
    fn.handler.kind === 'absent' && /^\w+$/.test(written) ? { handler: fixed<string>(written, command.at) } : {};
  return { ...fn, codeRoot, ...handler };
}

/** Beside the file that runs the command, or below the root: where something stands that can be started. */
function rootOf(command: DeployCommand, { entry, files }: Place): string | undefined {
  const source = wordOf(command, '--source') ?? '.';
  if (/^\w+:\/\/|\$/.test(source)) return undefined;
  const list = new Set(files.list());
  for (const folder of new Set([folderOf(entry), ''])) {
    const located = localPath(folder, source);
    if (typeof located !== 'object') continue;
    const { path } = located;
    if (starting.some((name) => list.has(path === '' ? name : `${path}/${name}`))) return path === '' ? '.' : path;
  }
  return undefined;
}
