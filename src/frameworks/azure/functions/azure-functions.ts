import { preparePython } from '../../../languages/python/parse.js';
import type { Files } from '../../../model/files.js';
import { folderOf } from '../../../model/path.js';
import { notOurs } from '../../files/not-ours.js';
import type { Answer, Framework } from '../../framework.js';
import { unreadProject } from '../azd.js';
import { azureFunctionsFiles, hostIn } from '../recognition.js';
import { isServed } from '../served-apps.js';
import { readApp } from './app.js';
import { mapApp } from './function-app-model.js';
import { jsonSection } from './host.js';
import { signInFiles } from './sign-in-files.js';
import { frontRules } from './static-web-app.js';

/** Function apps as their folders declare them: `host.json` with `function.json` files, or the code of the newer models. */
export const azureFunctions: Framework = {
  ...azureFunctionsFiles,
  prepare: preparePython,
  unreadAs: 'azure-functions',
  parse: parseStack,
};

function parseStack(entry: string, files: Files): Answer {
  const app = readApp(entry, files);
  if (app === undefined) return notOurs('there is neither a host.json nor a function.json');
  const isDeployed =
    files.list().includes(entry) && app.functions.some(({ bindings }) => bindings.some(({ type }) => type === 'http'));
  const signIn = isDeployed ? signInFiles(entry, files) : [];
  const rules = isDeployed ? frontRules(app.folder, files) : undefined;
  const front = { hasSignIn: signIn.length > 0, rules };
  const model = mapApp(app, files, { front, isServed: isServed(entry, files) });
  const project = isDeployed ? unreadProject(entry, files) : [];
  const local = files
    .list()
    .filter((path) => path === hostIn(folderOf(entry)).replace(/host\.json$/, 'local.settings.json'));
  return {
    kind: 'stack',
    model,
    files: [
      ...app.paths,
      ...project.map(({ path }) => path),
      ...signIn,
      ...(rules === undefined ? [] : [rules.path]),
      ...local,
    ],
    codeRoots: [...new Set(app.functions.map(({ codeRoot }) => codeRoot))],
    notices: [...app.notices, ...project, ...local.flatMap((path) => jsonSection(path, files, [])?.read.notices ?? [])],
    suppressions: [],
  };
}
