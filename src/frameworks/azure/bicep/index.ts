import { distinctNotices, type Notice } from '../../../findings/notice.js';
import { folderOf } from '../../../model/path.js';
import type { Files, Framework, ParsedStack } from '../../framework.js';
import { localPath } from '../../reading/local-path.js';
import type { Deployment } from '../deployment.js';
import { openAllowance } from '../expressions/scope.js';
import { mapDeployment } from '../resources/model.js';
import { signsOf } from '../signs.js';
import { prepareParser } from './file.js';
import { evaluateFile, type Reach } from './module.js';
import { openFile } from './modules.js';
import { parameterFiles } from './parameter-files.js';
import { bicepWriter } from './writing.js';

/** Bicep. A stack is a file that no other one calls, with its local modules and parameter files. */
export const bicep: Framework = {
  name: 'bicep',
  prepare: prepareParser,
  entryOf: (path) => (path.endsWith('.bicep') ? path : undefined),
  parse: parseStack,
};

function parseStack(entry: string, files: Files): ParsedStack | undefined {
  if (files.read(entry) === undefined || isCalled(entry, files)) return undefined;
  const given = parameterFiles(entry, files);
  const sources = new Map<string, { readonly path: string; readonly text: string }>();
  const notices: Notice[] = [];
  const reading = { writer: bicepWriter(sources), unresolved: [] };
  const reach: Reach = {
    files,
    reading,
    allowance: openAllowance(),
    sources,
    notices,
    parsed: new Map(),
    loaded: new Set(),
  };
  const file = openFile(reach, entry);
  if (file === undefined) return undefined;
  const evaluated = evaluateFile(reach, { file, prefix: '', args: undefined, given, chain: [entry] });
  const deployment: Deployment = {
    ...evaluated,
    framework: 'bicep',
    path: entry,
    reach: file.targetScope === 'managementGroup' || file.targetScope === 'tenant' ? 'organisation' : 'project',
    signs: signsOf(evaluated.parameters, given),
    reading,
    paths: [...reach.parsed.keys(), ...reach.loaded, ...given.map(({ path }) => path)],
    notices: distinctNotices(notices),
  };
  return {
    model: mapDeployment(deployment),
    files: deployment.paths,
    codeRoots: [],
    notices: deployment.notices,
    suppressions: [],
  };
}

/** More files than this are not looked through for calls. */
const mostFiles = 300;

const call = /^[ \t]*module\s+\w+\s+'([^'\n]{1,300})'/gm;

/** Whether another file of the repository calls this one, so that it belongs to its caller's stack. */
function isCalled(entry: string, files: Files): boolean {
  const others = files.list().filter((path) => path.endsWith('.bicep') && path !== entry);
  return others.slice(0, mostFiles).some((path) => calls(files.read(path) ?? '', folderOf(path), entry));
}

function calls(text: string, from: string, entry: string): boolean {
  for (const [, written = ''] of text.matchAll(call)) {
    const found = localPath(from, written);
    if (typeof found === 'object' && found.path === entry) return true;
  }
  return false;
}
