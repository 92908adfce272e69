/** What files name, by which packages may be loaded. */
export interface NamedInFolder {
  /** Of scripts: the text of every literal that can be a module, and its package. Of settings: every word. */
  readonly words: ReadonlySet<string>;
  /** The modules that Python imports, with dots; relative ones are left out. */
  readonly modules: ReadonlySet<string>;
  /** Names of the Python modules of the folder itself. */
  readonly own: ReadonlySet<string>;
  /** The languages that its code is in, by their packages. */
  readonly languages: ReadonlySet<'npm' | 'pypi'>;
}

const literal = /(['"`])([@\w][\w./@:+~-]{0,200})\1/g;
const option = /(?:^|[\s'"`])(?:-r|--require|--import|--loader)[ =]([@\w][\w./@-]{0,200})/g;

/** The names that a script of JavaScript may load; undefined where it chooses modules at run time. */
export function namesInScript(text: string): readonly string[] | undefined {
  const code = withoutLines(text, /^[ \t]{0,80}\/\/(?!\/)/);
  if (/\b(?:require|import)\s{0,10}\(\s{0,10}(?!['"])/.test(code)) return undefined;
  if (/[=,(:]\s{0,10}require\s{0,10}[;,)\n]|\beval\s{0,4}\(/.test(code)) return undefined;
  const found = [...code.matchAll(literal)].map((match) => match[2] ?? '');
  const options = [...code.matchAll(option)].map((match) => match[1] ?? '');
  return [...found, ...options].flatMap(withPackage);
}

const pythonImport =
  /^[ \t]{0,80}(?:from\s{1,10}([A-Za-z_][\w.]{0,200})\s{1,10}import\b[ \t(]{0,10}([\w, \t]{0,300})|import\s{1,10}([\w., \t]{1,300}))/gm;

/** The modules that a script of Python imports, and every word of it; undefined where it chooses modules at run time. */
export function namesInPython(text: string): Pick<NamedInFolder, 'words' | 'modules'> | undefined {
  const code = withoutLines(text, /^[ \t]{0,80}#/);
  if (/\b(?:import_module|__import__)\s{0,10}\(\s{0,10}(?!['"][\w.]{1,200}['"])/.test(code)) return undefined;
  if (/\b(?:exec|eval|entry_points|iter_entry_points|walk_packages|iter_modules)\s{0,10}\(/.test(code))
    return undefined;
  const modules = [...code.matchAll(pythonImport)].flatMap(([, from, names = '', list = '']) => {
    const split = (written: string) => written.split(',').map((name) => name.trim().split(/\s/, 1)[0] ?? '');
    return from === undefined ? split(list) : [from, ...split(names).map((name) => `${from}.${name}`)];
  });
  return { modules: new Set(modules.filter((name) => name !== '')), words: new Set(wordsIn(code)) };
}

/** Every word of settings that can be a package or a module of one. */
export function wordsIn(text: string): readonly string[] {
  return text.split(/[^\w@/.-]{1,1000}/).flatMap(withPackage);
}

/** `@scope/name/deep/file` and `name/deep` with the package that they belong to. */
function withPackage(word: string): readonly string[] {
  const parts = word.replace(/^(?:\.{1,2}\/)?(?:node_modules\/)?/, '').split('/');
  const owner = word.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  return [word, owner, ...owner.split(/[:.+]/)];
}

/** A line that is a comment loads nothing. */
function withoutLines(text: string, comment: RegExp): string {
  return text
    .split('\n')
    .filter((line) => !comment.test(line))
    .join('\n');
}
