import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'postern-package-'));
const installed = join(folder, 'node_modules/postern');
const command = join(folder, 'node_modules/.bin/postern');
afterAll(() => rmSync(folder, { recursive: true }));

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifestOf = (file: string): Manifest => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** What the package manager said. */
let told = '';

beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const args = ['install', '--offline', '--no-audit', '--no-fund', join(folder, packed)];
  const { stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' });
  told = stdout + stderr;
  rmSync(join(folder, packed));
});

function filesUnder(path: string): readonly string[] {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name));
}

const run = (...args: readonly string[]) => spawnSync(command, args, { cwd: folder, encoding: 'utf8' });

describe('the packed package in an empty folder', () => {
  test('installs alone, without a network and without a warning', () => {
    expect(told).not.toMatch(/warn|deprecated/i);
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['postern']);
  });

  test('takes at most 25 MB', () => {
    const bytes = filesUnder(folder).reduce((sum, file) => sum + statSync(file).size, 0);
    expect(bytes).toBeLessThan(25_000_000);
  });

  test('tells its version in less than four times an empty process', () => {
    const lasting = (args: readonly string[]) => {
      const times = Array.from({ length: 7 }, () => {
        const begun = process.hrtime.bigint();
        spawnSync(process.execPath, args);
        return Number(process.hrtime.bigint() - begun);
      });
      return Math.min(...times);
    };
    const own = lasting([join(installed, 'dist/cli/main.js'), '--version']);
    expect(own / lasting(['-e', '0'])).toBeLessThan(4);
  });

  test('scans all that needs a grammar or a parser, and writes SARIF and a bill of materials', () => {
    cpSync(join(root, 'sandbox/shop/head'), join(folder, 'shop'), { recursive: true });
    writeFileSync(
      join(folder, 'shop/main.tf'),
      'resource "aws_lambda_function_url" "open" {\n  authorization_type = "NONE"\n  function_name = "x"\n}\n',
    );
    writeFileSync(
      join(folder, 'shop/main.bicep'),
      "resource app 'Microsoft.Web/sites@2022-03-01' = {\n  name: 'a'\n}\n",
    );
    writeFileSync(join(folder, 'shop/function_app.py'), 'import azure.functions as func\napp = func.FunctionApp()\n');
    writeFileSync(join(folder, 'shop/package-lock.json'), '{"lockfileVersion":3,"packages":{}}');
    const { status, stdout } = run('scan', 'shop', '--format', 'sarif:out.sarif', '--format', 'pretty');
    expect([status, stdout]).toEqual([1, expect.stringContaining('main.tf')]);
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).runs[0].results.length).toBeGreaterThan(3);
    expect(JSON.parse(run('scan', 'shop', '--sbom', 'cyclonedx').stdout).bomFormat).toBe('CycloneDX');
  });

  test('has no server, and says where it is', () => {
    const { status, stderr } = run('serve');
    expect(status).toBe(2);
    expect(stderr).toBe(
      'postern: The server is not part of the npm package: use its container image, or a checkout.\n',
    );
  });

  test('is a library with types, and carries the schemas and the licences of what is in it', () => {
    writeFileSync(
      join(folder, 'use.mjs'),
      "import { catalogue, scan } from 'postern';\nconsole.log(catalogue.length > 40, typeof scan);\n",
    );
    expect(execFileSync(process.execPath, ['use.mjs'], { cwd: folder, encoding: 'utf8' })).toBe('true function\n');
    const resolve = "console.log(import.meta.resolve('postern/schemas/settings.schema.json'))";
    const found = execFileSync(process.execPath, ['--input-type=module', '-e', resolve], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(existsSync(fileURLToPath(found.trim()))).toBe(true);
    expect(existsSync(join(installed, 'dist/engine.d.ts'))).toBe(true);
    expect(readFileSync(join(installed, 'dist/cli/LICENSES.txt'), 'utf8')).toMatch(/^yaml \S+, ISC$/m);
  });
});

/** What a program that uses the engine may look like. */
const consumer = `import { catalogue, defaultSettings, parseSettings, review, scan } from 'postern';
import type { Finding, Judge, Notice, Policy, PullRequest, Review, Scan, Settings } from 'postern';

const settings: Settings = { ...defaultSettings(), profile: 'strict' };
const policies: readonly Policy[] = catalogue;
const judge: Omit<Judge, 'advise'> = { policies, settings, date: '2026-01-31' };
export const worst = (found: Scan): readonly Finding[] => found.findings.filter(({ severity }) => severity === 'critical');
export const told = (change: Review): readonly Notice[] => change.notices;
export const comments: number = settings.review.comments;
export const run = (pull: PullRequest, whole: Judge): Promise<Review> => review(pull, { ...whole, ...judge });
export const functions = [parseSettings, scan];
// @ts-expect-error There is no such profile: the types say more than any.
export const wrong: Settings['profile'] = 'lenient';
`;

test('the published types stand alone: a program compiles with them, the library itself checked too', () => {
  const project = join(folder, 'consumer');
  mkdirSync(project);
  writeFileSync(join(project, 'use.ts'), consumer);
  const compilerOptions = {
    ...{ module: 'nodenext', target: 'es2022', lib: ['es2023'], types: [], strict: true, noEmit: true },
    ...{ skipLibCheck: false, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
  };
  writeFileSync(join(project, 'package.json'), '{"type":"module","private":true}');
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', project], { cwd: project, encoding: 'utf8' });
  expect([status, stdout]).toEqual([0, '']);
});

test('the published package depends on nothing; what the server runs on stands in its own manifest', () => {
  const published = manifestOf('package.json');
  expect(published.dependencies).toBeUndefined();
  const { dependencies = {} } = manifestOf('server/package.json');
  expect(Object.entries(dependencies).filter(([name, version]) => published.devDependencies[name] !== version)).toEqual(
    [],
  );
  const imported = filesUnder(join(root, 'src'))
    .filter((file) => file.endsWith('.ts') && !/\/(?:bad|good|unknown)[^/]*(?:\/|$)/.test(file))
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^'"\n]*from '([^.'][^']*)';$/gm),
    ])
    .map(([, name = '']) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
    .filter((name) => !name.startsWith('node:'));
  expect([...new Set(imported)].filter((name) => dependencies[name] === undefined)).toEqual([]);
});
