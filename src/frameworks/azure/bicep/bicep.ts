import { mapDeployment } from '../../../clouds/azure/azure-model.js';
import type { Deployment } from '../../../clouds/azure/deployment.js';
import { distinctNotices, type Notice } from '../../../findings/notice.js';
import { preparePython } from '../../../languages/python/parse.js';
import type { Files } from '../../../model/files.js';
import { noSign } from '../../files/not-ours.js';
import type { Answer, Framework } from '../../framework.js';
import { openAllowance } from '../expressions/scope.js';
import { bicepFiles } from '../recognition.js';
import { servedApps } from '../served-apps.js';
import { signsOf } from '../signs.js';
import { callersOf } from './callers.js';
import type { Reach } from './evaluation.js';
import { prepareParser } from './file.js';
import { evaluateFile } from './file-evaluation.js';
import { openFile } from './module-calls.js';
import { parameterFiles } from './parameter-files.js';
import { shownOutputs } from './shown-outputs.js';
import { bicepWriter } from './writing.js';

/** Bicep. A stack is a file that no other one calls, with its modules, its parameter files and the code of its apps. */
export const bicep: Framework = {
  ...bicepFiles,
  prepare: async () => {
    await prepareParser();
    await preparePython();
  },
  unreadAs: 'bicep',
  parse: parseStack,
};

function parseStack(entry: string, files: Files): Answer {
  const callers = callersOf(entry, files);
  if (callers.length > 0) return { kind: 'elsewhere', by: callers };
  const given = parameterFiles(entry, files);
  const reach = openReach(files);
  const { notices, reading } = reach;
  const file = openFile(reach, entry);
  if (file === undefined) return noSign;
  const evaluated = evaluateFile(reach, { file, prefix: '', args: undefined, given, chain: [entry] });
  const served = servedApps(entry, files);
  notices.push(...served.notices);
  const deployment: Deployment = {
    ...evaluated,
    framework: 'bicep',
    joint: ' ',
    path: entry,
    reach: file.targetScope === 'managementGroup' || file.targetScope === 'tenant' ? 'organisation' : 'project',
    shownSecrets: [...reach.parsed.values()].flatMap(shownOutputs),
    signs: signsOf(evaluated.parameters, given),
    reading,
    apps: served.apps,
  };
  return {
    kind: 'stack',
    model: mapDeployment(deployment),
    files: [...reach.parsed.keys(), ...reach.loaded, ...given.map(({ path }) => path), ...served.paths],
    codeRoots: served.apps.map(({ codeRoot }) => codeRoot),
    notices: distinctNotices(notices),
    suppressions: [],
  };
}

function openReach(files: Files) {
  const sources = new Map<string, { readonly path: string; readonly text: string }>();
  const notices: Notice[] = [];
  return {
    files,
    reading: { writer: bicepWriter(sources), unresolved: [] },
    allowance: openAllowance(),
    sources,
    notices,
    parsed: new Map(),
    loaded: new Set(),
  } satisfies Reach;
}
