import type { Files } from '../../model/files.js';
import { folderOf } from '../../model/path.js';
import { azdProject } from './azd.js';
import { startsStack } from './bicep/callers.js';
import { type FunctionApp, readApp } from './functions/app.js';

/** A function app whose code and deployment stand in one repository. */
export interface ServedApp {
  /** What `azure.yaml` calls it; the deployed app has it as a tag. */
  readonly service: string;
  readonly app: FunctionApp;
}

/** The function apps whose code a Bicep file deploys, and the files that say so. */
export function servedApps(
  entry: string,
  files: Files,
): { readonly apps: readonly ServedApp[]; readonly paths: readonly string[] } {
  const project = azdProject(entry, files);
  if (project?.entry !== entry) return { apps: [], paths: [] };
  const apps = project.services.flatMap(({ name, folder }): readonly ServedApp[] => {
    const app = readApp(folder === '' ? 'host.json' : `${folder}/host.json`, files);
    return app === undefined ? [] : [{ service: name, app }];
  });
  return { apps, paths: [project.path, ...apps.flatMap(({ app }) => app.paths)] };
}

/** Whether an app's routes are judged with the Bicep file that deploys it. */
export function isServed(host: string, files: Files): boolean {
  const project = azdProject(host, files);
  const isService = project?.services.some(({ folder }) => folder === folderOf(host)) ?? false;
  return project !== undefined && isService && files.list().includes(host) && startsStack(project.entry, files);
}
