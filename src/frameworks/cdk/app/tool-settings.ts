import { findNodeAtLocation, getNodeValue, type ParseError } from 'jsonc-parser';
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
  /** The runtime of `NodejsFunction` where the program names none: undefined where only the version of the CDK says. */
  readonly usualNode: string | undefined;
}

/** The settings in the nearest folder above that has some. */
export function toolSettings(path: string, files: Files): ToolSettings {
  const known = new Set(files.list());
  const steps = path.split('/').slice(0, -1);
  for (let length = steps.length; length >= 0; length--) {
    const home = steps.slice(0, length).join('/');
    const settings = home === '' ? 'cdk.json' : `${home}/cdk.json`;
    if (known.has(settings)) return { home, path: settings, ...flagsIn(files.read(settings)) };
  }
  return { home: '', path: undefined, managedLogs: false, usualNode: undefined };
}

/** New programs since version 2.200 have it. */
const managedLogs = '@aws-cdk/aws-lambda:useCdkManagedLogGroup';

/** New programs since version 2.91 have it, and get the newest runtime that their version knows; others get one that is out of support. */
const latestNode = '@aws-cdk/aws-lambda-nodejs:useLatestRuntimeVersion';
const nodeOfOld = 'nodejs16.x';

function flagsIn(text: string | undefined): Pick<ToolSettings, 'managedLogs' | 'usualNode'> {
  const errors: ParseError[] = [];
  const tree = text === undefined ? undefined : jsonTree(text, errors);
  if (tree === undefined) return { managedLogs: false, usualNode: undefined };
  const flag = (name: string): unknown => {
    const found = findNodeAtLocation(tree, ['context', name]);
    return found && getNodeValue(found);
  };
  return {
    managedLogs: flag(managedLogs) === true,
    usualNode: errors.length > 0 || flag(latestNode) === true ? undefined : nodeOfOld,
  };
}
