import { describe, expect, test } from '@jest/globals';
import { componentsOf } from '../../../src/dependencies/component-set.js';
import { filesOf } from '../../support/component-examples.js';

/** Every component as `name@version`, how it comes in, and the very text that its places cover. */
function read(path: string, files: Readonly<Record<string, string>>): readonly string[] {
  const text = files[path] ?? '';
  const set = componentsOf(path, text, filesOf(files));
  return (set?.components ?? []).map(({ name, version, relation, dev, via, at, rangeAt }) => {
    const own = files[at.path] ?? '';
    const line = own.slice(0, at.start).split('\n').length;
    const range = rangeAt === undefined ? '' : ` '${own.slice(rangeAt.start, rangeAt.end)}'`;
    const way = via.length === 0 ? '' : ` by ${via.join(' ')}`;
    return `${line}: ${name}@${version ?? ''} ${relation}${dev ? ' dev' : ''}${way}${range}`;
  });
}

const rows: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  [
    'package.json',
    {
      'package.json':
        '{\n"dependencies": {\n"a": "^1.0.0",\n"b": "npm:@real/b@2.0.0",\n"c": "workspace:*",\n"d": "github:x/d#main",\n"e": "catalog:"},\n"devDependencies": {"f": "3.0.0"}\n}',
      'pnpm-workspace.yaml': 'catalog:\n  e: ^5.0.0\n',
    },
    [
      "3: a@ direct '^1.0.0'",
      "4: @real/b@2.0.0 direct '2.0.0'",
      "5: c@ direct 'workspace:*'",
      "6: d@ direct 'github:x/d#main'",
      '7: e@ direct',
      "8: f@3.0.0 direct dev '3.0.0'",
    ],
  ],
  [
    'package-lock.json',
    {
      'package-lock.json': JSON.stringify(
        {
          lockfileVersion: 3,
          packages: {
            '': { dependencies: { a: '^1' }, devDependencies: { d: '1' } },
            'node_modules/a': { version: '1.0.0', dependencies: { b: '^1', c: '^1' } },
            'node_modules/a/node_modules/b': { version: '1.1.0' },
            'node_modules/b': { version: '2.0.0', dev: true },
            'node_modules/c': { version: '1.0.0', name: '@real/c' },
            'node_modules/d': { version: '1.0.0', dev: true, dependencies: { b: '2' } },
            'node_modules/own': { resolved: 'packages/own', link: true },
          },
        },
        null,
        1,
      ),
    },
    [
      '12: a@1.0.0 direct',
      '19: b@1.1.0 transitive by a@1.0.0',
      '22: b@2.0.0 transitive dev by d@1.0.0',
      '26: @real/c@1.0.0 transitive by a@1.0.0',
      '30: d@1.0.0 direct dev',
    ],
  ],
  [
    'package-lock.json',
    {
      'package.json': '{"dependencies": {"a": "^1"}, "devDependencies": {"d": "^1"}}',
      'package-lock.json':
        '{"lockfileVersion": 1, "dependencies": {\n"a": {"version": "1.0.0", "requires": {"b": "^1"},\n"dependencies": {"b": {"version": "1.1.0"}}},\n"b": {"version": "2.0.0", "dev": true},\n"d": {"version": "1.0.0", "dev": true, "requires": {"b": "2"}}}}',
    },
    [
      '2: a@1.0.0 direct',
      '3: b@1.1.0 transitive by a@1.0.0',
      '4: b@2.0.0 transitive dev by d@1.0.0',
      '5: d@1.0.0 direct dev',
    ],
  ],
  [
    'yarn.lock',
    {
      'package.json': '{"dependencies": {"a": "^1"}}',
      'yarn.lock':
        '# yarn lockfile v1\n\na@^1, a@^1.0:\n  version "1.0.0"\n  dependencies:\n    "@s/b" "^2"\n\n"@s/b@^2":\n  version "2.1.0"\n\n"z@npm:real@^1":\n  version "1.0.0"\n',
    },
    ['3: a@1.0.0 direct', '8: @s/b@2.1.0 transitive by a@1.0.0', '11: real@1.0.0 unknown'],
  ],
  [
    'yarn.lock',
    {
      'package.json': '{"dependencies": {"a": "^1"}}',
      'yarn.lock':
        '__metadata:\n  version: 8\n\n"a@npm:^1":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n  dependencies:\n    "@s/b": "npm:^2"\n  checksum: 10c0/aa\n\n"@s/b@npm:^2":\n  version: 2.1.0\n  resolution: "@s/b@npm:2.1.0"\n\n"own@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "own@workspace:."\n',
    },
    ['4: a@1.0.0 direct', '11: @s/b@2.1.0 transitive by a@1.0.0'],
  ],
  [
    'pnpm-lock.yaml',
    {
      'pnpm-lock.yaml':
        "lockfileVersion: 5.4\n\nspecifiers:\n  a: ^1\n\ndependencies:\n  a: 1.0.0\n\npackages:\n\n  /a/1.0.0:\n    resolution: {integrity: x}\n    dependencies:\n      '@s/b': 2.1.0_a@1.0.0\n    dev: false\n\n  /@s/b/2.1.0_a@1.0.0:\n    resolution: {integrity: y}\n    requiresBuild: true\n    dev: false\n",
    },
    ['11: a@1.0.0 direct', '17: @s/b@2.1.0 transitive by a@1.0.0'],
  ],
  [
    'pnpm-lock.yaml',
    {
      'pnpm-lock.yaml':
        "lockfileVersion: '6.0'\n\nimporters:\n\n  .:\n    devDependencies:\n      a:\n        specifier: ^1\n        version: 1.0.0(c@3.0.0)\n\npackages:\n\n  /a@1.0.0(c@3.0.0):\n    resolution: {integrity: x}\n    dependencies:\n      '@s/b': 2.1.0\n    dev: true\n\n  /@s/b@2.1.0:\n    resolution: {integrity: y}\n    dev: true\n",
    },
    ['13: a@1.0.0 direct dev', '19: @s/b@2.1.0 transitive dev by a@1.0.0'],
  ],
  [
    'requirements.txt',
    {
      'requirements.txt':
        '-r more.txt\n-c pins.txt\nDjango[argon2]==4.2.1 ; python_version > "3.8"  # why\nrequests\nx @ git+https://example.com/x.git\nhashed==1.0 \\\n    --hash=sha256:aa\n',
      'more.txt': 'Flask_Login==0.6\n',
      'pins.txt': 'requests==2.31.0\n',
    },
    [
      "1: flask-login@0.6 direct '==0.6'",
      "3: django@4.2.1 direct '==4.2.1'",
      "4: requests@2.31.0 direct ''",
      "5: x@ direct ''",
      "6: hashed@1.0 direct '==1.0'",
    ],
  ],
  [
    'pyproject.toml',
    {
      'pyproject.toml':
        '[project]\ndependencies = [\n  "boto3>=1.0,<2",\n]\n[project.optional-dependencies]\ntest = ["pytest==8.0.0"]\n[dependency-groups]\ndev = ["ruff"]\n[tool.poetry.dependencies]\npython = "^3.12"\nrequests = { version = "^2.31", extras = ["socks"] }\n[tool.poetry.group.lint.dependencies]\nmypy = "1.8.0"\n',
    },
    [
      "3: boto3@ direct '>=1.0,<2'",
      "6: pytest@8.0.0 direct dev '==8.0.0'",
      "8: ruff@ direct dev ''",
      "11: requests@ direct '^2.31'",
      "13: mypy@1.8.0 direct dev '1.8.0'",
    ],
  ],
  [
    'go.mod',
    {
      'go.mod':
        'module x\n\ngo 1.22.3\n\nrequire example.com/a v1.0.0\n\nrequire (\n\texample.com/b/v2 v2.1.0 // indirect\n\texample.com/c v0.1.0\n\texample.com/d v0.1.0\n)\n\nreplace example.com/c => example.com/fork v0.2.0\nreplace example.com/d => ../d\n',
    },
    [
      "5: example.com/a@1.0.0 direct 'v1.0.0'",
      "8: example.com/b/v2@2.1.0 transitive 'v2.1.0'",
      '9: example.com/fork@0.2.0 direct',
      '10: example.com/d@0.1.0 direct',
      "3: stdlib@1.22.3 direct '1.22.3'",
    ],
  ],
  [
    'app/pom.xml',
    {
      'pom.xml':
        '<project><artifactId>parent</artifactId><properties><jackson>2.15.0</jackson></properties><dependencyManagement><dependencies><dependency><groupId>g</groupId><artifactId>managed</artifactId><version>3.0</version></dependency></dependencies></dependencyManagement></project>',
      'app/pom.xml':
        '<project>\n<parent><artifactId>parent</artifactId></parent>\n<dependencies>\n<dependency><groupId>g</groupId><artifactId>a</artifactId><version>1.0</version></dependency>\n<dependency><groupId>g</groupId><artifactId>managed</artifactId></dependency>\n<dependency><groupId>j</groupId><artifactId>core</artifactId><version>${jackson}</version></dependency>\n<dependency><groupId>g</groupId><artifactId>t</artifactId><version>${unknown}</version><scope>test</scope></dependency>\n</dependencies>\n</project>',
    },
    ["4: g:a@1.0 direct '1.0'", '5: g:managed@3.0 direct', '6: j:core@2.15.0 direct', '7: g:t@ direct dev'],
  ],
  [
    'build.gradle.kts',
    {
      'build.gradle.kts':
        'val ktor = "2.3.0"\ndependencies {\n    implementation("io.ktor:core:$ktor")\n    testImplementation("junit:junit:4.13")\n    implementation(platform("g:bom:1.0"))\n    implementation(libs.other)\n}\n',
    },
    ['3: io.ktor:core@2.3.0 direct', "4: junit:junit@4.13 direct dev '4.13'", "5: g:bom@1.0 direct '1.0'"],
  ],
  [
    'Gemfile.lock',
    {
      Gemfile: "gem 'rails', '~> 7.0'\ngroup :test do\n  gem 'rspec'\nend\n",
      'Gemfile.lock':
        'GEM\n  remote: https://rubygems.org/\n  specs:\n    rails (7.0.1)\n      rack (>= 2.0)\n    rack (2.2.0)\n    nokogiri (1.15.0-x86_64-linux)\n    rspec (3.0.0)\n\nDEPENDENCIES\n  rails (~> 7.0)\n  rspec\n',
    },
    [
      '4: rails@7.0.1 direct',
      '6: rack@2.2.0 transitive by rails@7.0.1',
      '7: nokogiri@1.15.0 unknown',
      '8: rspec@3.0.0 direct dev',
    ],
  ],
  [
    'Cargo.lock',
    {
      'Cargo.toml': '[dependencies]\nserde = "1"\n[dev-dependencies]\nproptest = "1"\n',
      'Cargo.lock':
        '[[package]]\nname = "app"\nversion = "0.1.0"\ndependencies = ["serde", "proptest"]\n\n[[package]]\nname = "serde"\nversion = "1.0.1"\nsource = "registry+x"\ndependencies = ["itoa 1.0.0"]\n\n[[package]]\nname = "itoa"\nversion = "1.0.0"\nsource = "registry+x"\n\n[[package]]\nname = "proptest"\nversion = "1.2.0"\nsource = "registry+x"\n',
    },
    ['7: serde@1.0.1 direct', '13: itoa@1.0.0 transitive by serde@1.0.1', '18: proptest@1.2.0 direct dev'],
  ],
  [
    'App.csproj',
    {
      'App.csproj':
        '<Project>\n<ItemGroup>\n<PackageReference Include="Newtonsoft.Json" Version="12.0.3" />\n<PackageReference Include="X"><Version>1.0.0</Version></PackageReference>\n<PackageReference Include="Analyzer" Version="2.0.0" PrivateAssets="all" />\n</ItemGroup>\n</Project>',
    },
    ["3: newtonsoft.json@12.0.3 direct '12.0.3'", "4: x@1.0.0 direct '1.0.0'", "5: analyzer@2.0.0 direct dev '2.0.0'"],
  ],
  [
    'Dockerfile',
    {
      Dockerfile:
        'FROM --platform=linux/amd64 node:22 AS build\nRUN true\nFROM build\nFROM registry.example:5000/base\n',
    },
    ['1: node@22 direct', '4: registry.example:5000/base@ direct'],
  ],
];

describe('components stand where they are written', () => {
  test.each(rows.map(([path, files, expected], index) => [`${index} ${path}`, path, files, expected] as const))(
    '%s',
    (...[, path, files, expected]) => expect(read(path, files)).toEqual(expected),
  );
});
