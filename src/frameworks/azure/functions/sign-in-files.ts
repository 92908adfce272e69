import type { Files } from '../../../model/files.js';
import { folderOf } from '../../../model/path.js';

/** Files that are looked through for how an app is deployed, at most. */
const mostFiles = 150;
const infrastructure = /\.(?:bicep|tf)$|(?:^|\/)azuredeploy[^/]*\.json$/;

const commonFolder = /^(?:infra|infrastructure|deploy|deployment|iac|bicep|terraform|arm|\.azure)$/i;

/** The files that say the platform signs callers in before the code of the app runs. */
export function signInFiles(host: string, files: Files): readonly string[] {
  const candidates = files.list().filter((path) => infrastructure.test(path) && isNear(path, host));
  return candidates.slice(0, mostFiles).filter((path) => asksForSignIn(files.read(path) ?? ''));
}

/** What deploys an app stands in the same part of the repository, at its root, or in a folder for it. */
function isNear(path: string, host: string): boolean {
  const [first = ''] = folderOf(path).split('/');
  return first === '' || commonFolder.test(first) || folderOf(host) === '' || first === host.split('/')[0];
}

function asksForSignIn(text: string): boolean {
  if (!/authsettings|auth_settings/i.test(text)) return false;
  return (
    /["']?require_?authentication["']?\s{0,20}[:=]\s{0,20}["']?true/i.test(text) ||
    /["']?(?:enabled|auth_enabled)["']?\s{0,20}[:=]\s{0,20}true/i.test(text)
  );
}
