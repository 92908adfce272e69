import type { ServedApp } from '../../clouds/azure/deployment.js';
import type { Files } from '../../model/files.js';
import { folderOf } from '../../model/path.js';
import { azdProject } from './azd.js';
import { startsStack } from './bicep/callers.js';
import { readApp } from './functions/app.js';
import { routesOf } from './functions/app-routes.js';
import { apiOf } from './functions/function-app-model.js';

/** The function apps whose code a Bicep file deploys, and the files that say so. */
export function servedApps(
  entry: string,
  files: Files,
): { readonly apps: readonly ServedApp[]; readonly paths: readonly string[] } {
  const project = azdProject(entry, files);
  if (project?.entry !== entry) return { apps: [], paths: [] };
  const read = project.services.flatMap(({ name, folder }) => {
    const app = readApp(folder === '' ? 'host.json' : `${folder}/host.json`, files);
    return app === undefined ? [] : [{ service: name, app }];
  });
  const apps = read.map(({ service, app }): ServedApp => {
    return { service, codeRoot: app.folder || '.', routes: routesOf(app), api: apiOf(app) };
  });
  return { apps, paths: [project.path, ...read.flatMap(({ app }) => app.paths)] };
}

/** Whether an app's routes are judged with the Bicep file that deploys it. */
export function isServed(host: string, files: Files): boolean {
  const project = azdProject(host, files);
  const isService = project?.services.some(({ folder }) => folder === folderOf(host)) ?? false;
  return project !== undefined && isService && files.list().includes(host) && startsStack(project.entry, files);
}
