import { findNodeAtLocation, getNodeValue } from 'jsonc-parser';
import type { Files } from '../../../model/files.js';
import { jsonTree } from '../../../notation/json/tree.js';

/** What the tool is told by the file it is started beside. */
export interface ToolSettings {
  /** The folder that it is started in; relative paths begin there. */
  readonly home: string;
  /** The file itself, if there is one. */
  readonly path: string | undefined;
  /** Functions get a log group of their own. */
  readonly managedLogs: boolean;
}

/** The settings in the nearest folder above that has some. */
export function toolSettings(path: string, files: Files): ToolSettings {
  const known = new Set(files.list());
  const steps = path.split('/').slice(0, -1);
  for (let length = steps.length; length >= 0; length--) {
    const home = steps.slice(0, length).join('/');
    const settings = home === '' ? 'cdk.json' : `${home}/cdk.json`;
    if (known.has(settings)) return { home, path: settings, managedLogs: hasManagedLogs(files.read(settings)) };
  }
  return { home: '', path: undefined, managedLogs: false };
}

/** New programs since version 2.200 have it. */
const managedLogs = ['context', '@aws-cdk/aws-lambda:useCdkManagedLogGroup'];

function hasManagedLogs(text: string | undefined): boolean {
  const tree = text === undefined ? undefined : jsonTree(text);
  const found = tree && findNodeAtLocation(tree, managedLogs);
  return found !== undefined && getNodeValue(found) === true;
}
