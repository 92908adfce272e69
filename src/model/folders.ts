/** Folders of a repository that are not reviewed as its own work, by what fills them. Each list exists here only. */

/** Other people's code, put there by package managers or by hand. */
export const installed: readonly string[] = ['node_modules', 'vendor', '.venv', 'venv', 'site-packages'];

/** What tools make of the stacks when they deploy or synthesise them. */
export const synthesised: readonly string[] = ['.serverless', '.aws-sam', 'cdk.out', '.terraform'];

/** What bundlers and compilers write wherever they are used. */
export const built: readonly string[] = ['dist', 'build'];

/** What compilers of single languages write; elsewhere such folders hold sources. */
export const compiled: readonly string[] = ['out', 'bin', 'obj', 'target', '__pycache__'];

/** What Git and the places that host it keep for themselves. */
export const hosting: readonly string[] = ['.git', '.github', '.gitlab', '.circleci'];

/** Tests by the folder that their runner looks for. */
export const unitTests: readonly string[] = ['__tests__'];

export const tests: readonly string[] = ['test', 'tests', ...unitTests];

/** What is kept to be looked at. */
export const shown: readonly string[] = ['fixtures', 'examples', 'samples'];

/** A test for paths that lie in a folder of one of these names, at whatever depth. */
export function inFolders(...lists: readonly (readonly string[])[]): (path: string) => boolean {
  const names = lists.flat().map((name) => name.replaceAll('.', '\\.'));
  const pattern = new RegExp(`(?:^|/)(?:${names.join('|')})/`);
  return (path) => pattern.test(path);
}
