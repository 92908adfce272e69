/** How a framework lets its author write the names of resources: a text with those names, and what they are called then. */
type Rename = (text: string, names: readonly string[]) => string;

const ends = (name: string) => `(?<![\\w-])${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\w-])`;

/** Names as whole words, wherever they stand. */
function inWords(text: string, names: readonly string[]): string {
  if (names.length === 0) return text;
  const longest = [...names].sort((a, b) => b.length - a.length);
  return text.replace(new RegExp(longest.map(ends).join('|'), 'g'), (name) => `${name}Anew`);
}

/** The keys of one section of a YAML file. */
function inSection(section: string): Rename {
  return (text) => {
    const lines = text.split('\n');
    const from = lines.indexOf(`${section}:`);
    const to = lines.findIndex((line, index) => index > from && /^\S/.test(line));
    return lines
      .map((line, index) =>
        from >= 0 && index > from && (to < 0 || index < to) ? line.replace(/^( {2})([\w-]+):/, '$1$2Anew:') : line,
      )
      .join('\n');
  };
}

/** The logical ids that the Resources section declares. */
function logicalIds(text: string, names: readonly string[]): string {
  const declared = names.filter((name) => new RegExp(`^ {2}${name}:|^ {4}"${name}": ?\\{`, 'm').test(text));
  return inWords(text, declared);
}

/** Terraform's addresses: the labels of resource blocks, and every reference to them. */
function addresses(text: string): string {
  const declared = [...text.matchAll(/^resource "(\w+)" "([\w-]+)"/gm)];
  return declared.reduce(
    (renamed, [, type = '', name = '']) =>
      renamed
        .replace(new RegExp(`\\b${type}\\.${name}\\b(?!-)`, 'g'), `${type}.${name}_anew`)
        .replace(`resource "${type}" "${name}"`, `resource "${type}" "${name}_anew"`),
    text,
  );
}

/** The ids of constructs, the stack's own among them. */
function constructIds(text: string): string {
  return text.replace(/\b(this|self|app|scope|stack), (['"])(\w+)\2/g, '$1, $2$3Anew$2');
}

/** The symbols that Bicep declares, outside of texts. */
function symbols(text: string): string {
  const declared = [...text.matchAll(/^resource (\w+) '/gm)].map(([, name = '']) => name);
  return text.replace(/'[^'\n]*'|[^']+/g, (part) =>
    part.startsWith("'") ? inHoles(part, declared) : inWords(part, declared),
  );
}

function inHoles(text: string, names: readonly string[]): string {
  return text.replace(/\$\{[^}]*\}/g, (hole) => inWords(hole, names));
}

const renames: Readonly<Record<string, Rename>> = {
  sam: logicalIds,
  cloudformation: logicalIds,
  serverless: inSection('functions'),
  terraform: addresses,
  cdk: constructIds,
  bicep: symbols,
  openfaas: inSection('functions'),
};

/** The files of an example with every resource called otherwise, as its framework lets one. */
export function renamedNames(
  files: ReadonlyMap<string, string>,
  framework: string,
  names: readonly string[],
): ReadonlyMap<string, string> {
  const rename = renames[framework];
  return rename === undefined ? files : new Map([...files].map(([path, text]) => [path, rename(text, names)]));
}
