import { describe, expect, test } from '@jest/globals';
import { commentsIn } from '../../../src/notation/comments/comments.js';

/** Comments are written `c1`, `c2` ... in the rows; words in texts that look like comments `no`. */
function read(path: string, text: string): readonly string[] {
  return commentsIn(path, text).map(({ start, end }) => text.slice(start, end).trim());
}

describe.each([
  [
    'YAML',
    ['template.yaml', 'a.yml'],
    'a: "# no" # c1\n# c2\nb: |\n  # no\n  x\n\n  # no\nc: >-\n  y\n  # no\nd: it\'s # c3\ne: [1, # c4\n 2]\nf: a#no\n--- # c5\n',
    ['# c1', '# c2', '# c3', '# c4', '# c5'],
  ],
  [
    'JSON',
    ['a.json', 'host.jsonc', 'bun.lock'],
    '{ "a": "// no", // c1\n /* c2 */ "b": "\\" /* no" }',
    ['// c1', '/* c2 */'],
  ],
  [
    'HCL',
    ['main.tf', 'a.tfvars', '.terraform.lock.hcl'],
    'a = "# no ${f("# no", /* c1 */ 1)} // no" # c2\nb = <<-EOF\n  # no\n  EOF\n// c3\nc = "$${" # c4\n/* c5\n*/ d = "%{ if x }# no%{ endif }"',
    ['/* c1 */', '# c2', '// c3', '# c4', '/* c5\n*/'],
  ],
  [
    'Bicep',
    ['main.bicep'],
    "var a = 'it\\'s // no' // c1\nvar b = '''\n// no\n''' /* c2 */\nvar c = '${concat('// no', d /* c3 */)}' // c4",
    ['// c1', '/* c2 */', '/* c3 */', '// c4'],
  ],
  [
    'TypeScript and JavaScript',
    ['app.ts', 'app.mjs', 'app.jsx'],
    'const a = "// no"; // c1\nconst b = `// no ${f(`/* no */`, { a: 1 /* c2 */ })} // no`; /* c3 */\nconst r = /["\'`//]/.test(a) // c4\nconst q = a / b; // c5',
    ['// c1', '/* c2 */', '/* c3 */', '// c4', '// c5'],
  ],
  ['Python', ['app.py'], 'a = "# no" # c1\nb = """\n# no\n""" # c2\nc = r"\\"  # c3\n', ['# c1', '# c2']],
  [
    'a Dockerfile',
    ['Dockerfile', 'a/Dockerfile.dev', 'x.dockerfile'],
    '# c1\nFROM node:20\nRUN echo "#no" # no\nRUN <<EOF\n# no\nEOF\n  # c2\n',
    ['# c1', '# c2'],
  ],
  [
    'TOML',
    ['pyproject.toml', 'Pipfile', 'poetry.lock', 'Cargo.lock'],
    'a = "# no" # c1\nb = """\n# no\n"""\nc = \'\\\' # c2\nd = \'\'\'\n# no\n\'\'\'\n[x] # c3\n',
    ['# c1', '# c2', '# c3'],
  ],
  [
    'XML',
    ['pom.xml', 'a.csproj'],
    '<a b="# no"><!-- c1\n --><![CDATA[ <!-- no --> ]]></a><!-- c2 -->',
    ['<!-- c1\n -->', '<!-- c2 -->'],
  ],
  ['shell', ['deploy.sh'], "echo '# no\n# no' # c1\necho a#no \\# no\ncat <<EOF\n# no\nEOF\n# c2", ['# c1', '# c2']],
  [
    'a list of requirements',
    ['requirements.txt', 'x/dev.in'],
    '# c1\na==1 # c2\nb @ https://x/#no\n',
    ['# c1', '# c2'],
  ],
  ['a lockfile of lines', ['yarn.lock', 'gradle.lockfile'], '# c1\n"a@^1":\n  resolved "https://x/a#no"\n', ['# c1']],
  ['go.mod', ['go.mod'], 'require a.b/c v1 // c1\n// c2\nreplace x => https://no\n', ['// c1', '// c2']],
  [
    'Java and C#',
    ['A.java', 'B.cs', 'c.go', 'build.gradle'],
    'a = "// no"; // c1\nb = """\n// no\n"""; /* c2 */\nc = \'"\'; // c3\n',
    ['// c1', '/* c2 */', '// c3'],
  ],
] as const)('%s', (_, paths, text, expected) => {
  test.each(paths)('%s', (path) => expect(read(path, text)).toEqual(expected));
});

test.each([
  ['an open text', 'main.tf', 'a = "x\n# c1\n', ['# c1']],
  ['an open block', 'main.tf', 'a /* c1', ['/* c1']],
  ['a document that does not end', 'main.tf', 'a = <<X\n# no', []],
  ['lines that end as in Windows', 'a.py', 'a # c1\r\n# c2\r\n', ['# c1', '# c2']],
  ['broken YAML', 'a.yml', 'a: [ # c1\n}{ : - # c2\n', ['# c1', '# c2']],
  ['nothing', 'a.py', '', []],
])('what cannot be read whole: %s', (_, path, text, expected) => expect(read(path, text)).toEqual(expected));
