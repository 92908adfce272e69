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

/** What is kept to be looked at, tried out or started from. */
export const shown: readonly string[] = [
  ...['fixtures', '__fixtures__', 'testdata', 'test-data', 'mocks', '__mocks__'],
  ...['integration-test*', 'e2e', 'e2e-*', 'benchmark*'],
  ...['example', 'examples', 'sample', 'samples', 'code-samples', 'snippets', 'docs'],
  ...['quickstart*', 'starter*', 'hello-world*'],
];

/** True if a path lies among the files that a generator makes projects from. */
export function isPattern(path: string): boolean {
  return /(?:^|\/)(?:[^/]*(?:generator|scaffold|cookiecutter)[^/]*|create-[^/]+)\/(?:.*\/)?templates?\/|\{\{/.test(
    path,
  );
}

/** A test for paths that lie in a folder of one of these names, at whatever depth. A star at the end stands for any more. */
export function inFolders(...lists: readonly (readonly string[])[]): (path: string) => boolean {
  const names = lists.flat().map((name) => name.replaceAll('.', '\\.').replaceAll('*', '[^/]*'));
  const pattern = new RegExp(`(?:^|/)(?:${names.join('|')})/`);
  return (path) => pattern.test(path);
}
