/** How a text is quoted. `escape`: what stands in it for itself; `inside`: what opens code in it; `lines`: it may span lines. */
export interface Quote {
  readonly open: string;
  readonly close: string;
  readonly escape?: RegExp;
  readonly inside?: readonly string[];
  readonly lines?: true;
}

/** What tells comments of a notation from texts in it. */
export interface Lexis {
  /** Signs that begin a comment to the end of the line. */
  readonly line: readonly string[];
  /** Where those signs count: anywhere, after white space, or at the beginning of a line. */
  readonly lineStands: 'anywhere' | 'apart' | 'first';
  readonly blocks: readonly (readonly [string, string])[];
  /** Longer ones first. */
  readonly quotes: readonly Quote[];
  readonly heredocs?: true;
  /** A slash may begin a regular expression. */
  readonly regexes?: true;
}

const backslash = /\\[\s\S]/;
const cBlock = ['/*', '*/'] as const;

function quoted(sign: string, more: Partial<Quote> = {}): Quote {
  return { open: sign, close: sign, escape: backslash, ...more };
}

const json: Lexis = { line: ['//'], lineStands: 'anywhere', blocks: [cBlock], quotes: [quoted('"')] };

const hcl: Lexis = {
  line: ['#', '//'],
  lineStands: 'anywhere',
  blocks: [cBlock],
  quotes: [quoted('"', { escape: /\\[\s\S]|\$\$\{|%%\{/, inside: ['${', '%{'] })],
  heredocs: true,
};

const bicep: Lexis = {
  line: ['//'],
  lineStands: 'anywhere',
  blocks: [cBlock],
  quotes: [{ open: "'''", close: "'''", lines: true }, quoted("'", { inside: ['${'] })],
};

const script: Lexis = {
  line: ['//'],
  lineStands: 'anywhere',
  blocks: [cBlock],
  quotes: [quoted('"'), quoted("'"), quoted('`', { inside: ['${'], lines: true })],
  regexes: true,
};

const triple = [quoted('"""', { lines: true }), quoted("'''", { lines: true })];
const python: Lexis = {
  line: ['#'],
  lineStands: 'anywhere',
  blocks: [],
  quotes: [...triple, quoted('"'), quoted("'")],
};

const literal = [
  { open: "'''", close: "'''", lines: true },
  { open: "'", close: "'" },
] as const;
const toml: Lexis = {
  line: ['#'],
  lineStands: 'anywhere',
  blocks: [],
  quotes: [quoted('"""', { lines: true }), quoted('"'), ...literal],
};

/** Java, Kotlin, Groovy, C# and Go. */
const compiled: Lexis = {
  line: ['//'],
  lineStands: 'anywhere',
  blocks: [cBlock],
  quotes: [
    quoted('"""', { lines: true }),
    { open: '@"', close: '"', escape: /""/, lines: true },
    quoted('"'),
    quoted("'"),
    { open: '`', close: '`', lines: true },
  ],
};

const xml: Lexis = {
  line: [],
  lineStands: 'anywhere',
  blocks: [['<!--', '-->']],
  quotes: [{ open: '<![CDATA[', close: ']]>', lines: true }],
};

const shell: Lexis = {
  line: ['#'],
  lineStands: 'apart',
  blocks: [],
  quotes: [quoted('"', { lines: true }), { open: "'", close: "'", lines: true }],
  heredocs: true,
};

const dockerfile: Lexis = { line: ['#'], lineStands: 'first', blocks: [], quotes: [], heredocs: true };

/** Addresses in `.npmrc` begin with two slashes. */
const settings: Lexis = { line: ['#', ';'], lineStands: 'first', blocks: [], quotes: [] };

/** Lists of requirements, lockfiles of lines, build files of other languages. */
const lines: Lexis = {
  line: ['#', '//', ';'],
  lineStands: 'apart',
  blocks: [cBlock],
  quotes: [quoted('"'), quoted("'")],
};

/** `Pipfile.lock` and `composer.lock` are JSON; the lockfiles of Poetry, uv, PDM and Cargo are TOML. */
const byPath: readonly (readonly [RegExp, Lexis])[] = [
  [/(?:\.json[c5]?|\/(?:bun|Pipfile|composer)\.lock)$/i, json],
  [/\.(?:tf|tfvars|hcl)$/i, hcl],
  [/\.bicep(?:param)?$/i, bicep],
  [/\.[mc]?[jt]sx?$/i, script],
  [/\.pyi?$/i, python],
  [/(?:\.toml|\/(?:Pipfile|(?:poetry|uv|pdm|Cargo)\.lock))$/i, toml],
  [/\.(?:java|kts?|groovy|gradle|cs|csx|go)$/i, compiled],
  [/\.(?:xml|config|props|targets|csproj|fsproj|html?)$/i, xml],
  [/\.(?:sh|bash|zsh)$/i, shell],
  [/\/\.(?:npmrc|env(?:\.[^/]{1,50})?)$/i, settings],
  [/\/(?:Dockerfile|Containerfile)[^/]*$|\.(?:Dockerfile|Containerfile)$/i, dockerfile],
];

/** How the notation of a file writes comments, by its name. YAML has a reader of its own. */
export function lexisOf(path: string): Lexis {
  return byPath.find(([pattern]) => pattern.test(`/${path}`))?.[1] ?? lines;
}
