import type { Files } from '../../../model/files.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { localPath } from '../../../model/local-path.js';
import { isWithin } from '../../../model/path.js';
import { carriedBeside } from '../../files/carried.js';
import { type DeployCommand, wordOf } from './deploy-command.js';

/**
 * What the command line leaves out of a folder that it uploads, beside `.git` and what `.gitignore` lists.
 * https://docs.cloud.google.com/sdk/gcloud/reference/topic/gcloudignore, 2026-11-27
 */
const ignoreFile = '.gcloudignore';

/** The folder that a command uploads, with what is in it that no code needs; nothing where that cannot be told. */
export function uploadedBy(
  command: DeployCommand,
  text: string,
  files: Files,
): Pick<ServerlessFunction, 'carries' | 'ignoreFile'> & { readonly codeRoot?: string } {
  const written = wordOf(command, '--source');
  if (command.product === 'jobs' || written === undefined || written.includes('$')) return {};
  // Commands that run in a folder of their own mean another one.
  if (/\bcd\s|^\s*(?:-\s*)?dir:|working-directory:|--ignore-file/m.test(text)) return {};
  const folder = localPath('', written);
  if (folder === undefined || folder === 'outside') return {};
  const { path: codeRoot } = folder;
  const inside = files.list().filter((path) => isWithin(path, codeRoot));
  if (inside.length === 0) return {};
  // What an image holds is said where it is built.
  const isBuilt =
    command.product === 'run' && inside.includes(codeRoot === '' ? 'Dockerfile' : `${codeRoot}/Dockerfile`);
  if (isBuilt) return { codeRoot };
  return { codeRoot, carries: carriedBeside(files, codeRoot, ignoreFile), ignoreFile };
}
