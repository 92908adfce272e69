import { folderOf } from '../../model/path.js';
import { usualNames } from '../files/stack-names.js';
import type { FrameworkFiles } from '../framework.js';

/** A stack is a folder; whether another one calls it is known once it was read. */
export const terraformFiles: FrameworkFiles = {
  name: 'terraform',
  entryOf: (path) => (isConfiguration(path) || isVariableFile(path) ? folderOf(path) || '.' : undefined),
  hasUsualName: usualNames('tf'),
  mayStart: () => true,
};

/** Whether a file is part of a module. */
export function isConfiguration(path: string): boolean {
  return /\.(?:tf|tofu)(?:\.json)?$/.test(path);
}

function isVariableFile(path: string): boolean {
  return /\.tfvars(?:\.json)?$/.test(path);
}
