import type { Files } from '../../framework.js';

/** Files that are looked through for how an app is deployed, at most. */
const mostFiles = 150;
const infrastructure = /\.(?:bicep|tf)$|(?:^|\/)azuredeploy[^/]*\.json$/;

/** The files that say the platform signs callers in before the code of some app runs. */
export function signInFiles(files: Files): readonly string[] {
  const candidates = files.list().filter((path) => infrastructure.test(path));
  return candidates.slice(0, mostFiles).filter((path) => asksForSignIn(files.read(path) ?? ''));
}

function asksForSignIn(text: string): boolean {
  if (!/authsettings|auth_settings/i.test(text)) return false;
  return (
    /["']?require_?authentication["']?\s{0,20}[:=]\s{0,20}["']?true/i.test(text) ||
    /["']?(?:enabled|auth_enabled)["']?\s{0,20}[:=]\s{0,20}true/i.test(text)
  );
}
