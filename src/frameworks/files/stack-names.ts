/** Words with which people begin the name of the file that starts a stack, whatever it is written in. */
const words = [
  'template',
  'sam',
  'cloudformation',
  'cfn',
  'stack',
  'serverless',
  'main',
  'app',
  'api',
  'backend',
  'infra',
];

/** A test for paths whose file is named as stacks usually are and ends in one of these ways. */
export function usualNames(...endings: readonly string[]): (path: string) => boolean {
  const pattern = new RegExp(`(?:^|/)(?:${words.join('|')})[^/]*\\.(?:${endings.join('|')})$`, 'i');
  return (path) => pattern.test(path);
}
