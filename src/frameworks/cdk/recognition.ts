import { built, inFolders, installed, synthesised, unitTests } from '../../model/folders.js';
import type { FrameworkFiles } from '../framework.js';

/** Programs that make stacks are called like them, or stand where `cdk init` and its users put them; settings start them. */
const usualPrograms =
  /(?:^|\/)cdk\.json$|(?:stack|construct)s?\.(?:[cm]?[jt]s|py)$|(?:^|\/)(?:cdk|infra(?:structure)?|iac)\/(?:(?:lib|stacks|constructs)\/)?[^/]+\.(?:[cm]?[jt]s|py)$/i;

const isElsewhere = inFolders(installed, synthesised, built, unitTests);

/** An app starts at its `cdk.json`; other programs are told by the package that they import. */
export const cdkFiles: FrameworkFiles = {
  name: 'cdk',
  entryOf: (path) => (canHoldStack(path) || isSettings(path) ? path : undefined),
  hasUsualName: (path) => usualPrograms.test(path),
  mayStart: (entry, files) => isSettings(entry) || mentionsCdk(files.read(entry) ?? ''),
};

/** True if a path is one of an app's settings. */
export function isSettings(path: string): boolean {
  return /(?:^|\/)cdk\.json$/.test(path) && !isElsewhere(path);
}

function canHoldStack(path: string): boolean {
  if (!/\.(?:ts|js|mjs|cjs|mts|cts|py)$/.test(path) || /\.d\.[cm]?ts$|\.(?:test|spec)\.[cm]?[jt]s$/.test(path))
    return false;
  return !isElsewhere(path);
}

/** A look at the text tells most files that are none. */
export function mentionsCdk(text: string): boolean {
  return /aws-cdk-lib|@aws-cdk\/|aws_cdk|monocdk/.test(text);
}
