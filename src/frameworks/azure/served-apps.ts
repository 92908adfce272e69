import type { ServedApp } from '../../clouds/azure/deployment.js';
import type { Notice } from '../../findings/notice.js';
import type { Files } from '../../model/files.js';
import { folderOf } from '../../model/path.js';
import { known } from '../../model/setting.js';
import { azdProject, unreadProject } from './azd.js';
import { startsStack } from './bicep/callers.js';
import { readApp } from './functions/app.js';
import { routesOf } from './functions/app-routes.js';
import { apiOf } from './functions/function-app-model.js';

/** The function apps whose code a Bicep file deploys, the files that say so, and what could not be read of them. */
export interface ServedApps {
  readonly apps: readonly ServedApp[];
  readonly paths: readonly string[];
  readonly notices: readonly Notice[];
}

/** Reads the apps of the project that names a Bicep file. */
export function servedApps(entry: string, files: Files): ServedApps {
  const project = azdProject(entry, files);
  const unread = project === undefined ? unreadProject(entry, files) : [];
  if (project?.entry !== entry) return { apps: [], paths: unread.map(({ path }) => path), notices: unread };
  const read = project.services.flatMap(({ name, folder }) => {
    const app = readApp(folder === '' ? 'host.json' : `${folder}/host.json`, files);
    return app === undefined ? [] : [{ service: name, app }];
  });
  const apps = read.map(({ service, app }): ServedApp => {
    const startsIn = {
      files: [...new Set(app.functions.flatMap(({ handler }) => known(handler) ?? []))],
      isBound: app.functions.some(({ bindings }) => bindings.some(({ type }) => type !== 'http')),
    };
    return { service, codeRoot: app.folder || '.', startsIn, routes: routesOf(app), api: apiOf(app) };
  });
  const notices = read.flatMap(({ app }) => app.notices);
  return { apps, paths: [project.path, ...read.flatMap(({ app }) => app.paths)], notices };
}

/** Whether an app's routes are judged with the Bicep file that deploys it. */
export function isServed(host: string, files: Files): boolean {
  const project = azdProject(host, files);
  const isService = project?.services.some(({ folder }) => folder === folderOf(host)) ?? false;
  return project !== undefined && isService && files.list().includes(host) && startsStack(project.entry, files);
}
