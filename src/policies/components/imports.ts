const javascript =
  /(?:\bfrom\s{1,10}|\bimport\s{0,10}\(?\s{0,10}|\brequire\s{0,10}\(\s{0,10})(['"])([@\w][\w./@~-]{0,200})\1/g;
const python =
  /^[ \t]{0,40}(?:from\s{1,10}([A-Za-z_]\w{0,80})[\w.]{0,200}\s{1,10}import\b|import\s{1,10}([\w., \t]{1,300}))/gm;

/** The npm packages that a script imports or requires by a literal name. */
export function importedNpm(text: string): readonly string[] {
  const found = [...text.matchAll(javascript)].map((match) => packageOf(match[2] ?? ''));
  return [...new Set(found.filter((name) => !name.startsWith('node:')))];
}

/** `@scope/name/deep/file` and `name/deep/file` belong to their package. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

/** Distributions whose modules have another name. */
export const distributions: ReadonlyMap<string, string> = new Map([
  ['yaml', 'pyyaml'],
  ['jwt', 'pyjwt'],
  ['bs4', 'beautifulsoup4'],
  ['pil', 'pillow'],
  ['cv2', 'opencv-python'],
  ['sklearn', 'scikit-learn'],
  ['dateutil', 'python-dateutil'],
  ['dotenv', 'python-dotenv'],
  ['jose', 'python-jose'],
  ['crypto', 'pycryptodome'],
  ['psycopg2', 'psycopg2-binary'],
  ['mysqldb', 'mysqlclient'],
  ['attr', 'attrs'],
  ['serial', 'pyserial'],
  ['aws_lambda_powertools', 'aws-lambda-powertools'],
]);

/** The Python distributions that a module imports, by module name or by the distributions known to carry it. */
export function importedPython(text: string): readonly string[] {
  const modules = [...text.matchAll(python)].flatMap((match) => match[1] ?? (match[2] ?? '').split(','));
  const names = modules
    .map((module) => module.trim().split(/[\s.]/, 1)[0]?.toLowerCase() ?? '')
    .filter((name) => name !== '');
  return [
    ...new Set(names.flatMap((name) => [name.replaceAll('_', '-'), ...(distributions.get(name) ?? '').split(' ')])),
  ].filter((name) => name !== '');
}
