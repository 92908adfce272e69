import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
const loading = /^(?:import|export)\s+(?!type\b)(?:[^'";]*?from\s+)?'([^']+)'/gm;

/** Every module that is loaded along with these ones: files by their path in `src`, packages by name. */
function loadedWith(...starts: readonly string[]): readonly string[] {
  const found = new Set<string>(starts);
  for (const path of found) {
    if (!path.endsWith('.ts')) continue;
    for (const [, to = ''] of readFileSync(join(root, 'src', path), 'utf8').matchAll(loading)) {
      found.add(to.startsWith('.') ? normalize(join(path, '..', to)).replace(/\.js$/, '.ts') : to);
    }
  }
  return [...found];
}

const heavy =
  /^(?:probot|@octokit\/.*|zod|web-tree-sitter|@babel\/parser|@cyclonedx\/.*|@rgrove\/parse-xml|diff|yaml|semver.*)$/;

/** The folder of a framework that a file belongs to. */
function frameworkOf(path: string): string | undefined {
  return /^frameworks\/([\w-]+)\/(?!recognition\.ts$)/.exec(path)?.[1];
}

function frameworksAmong(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap((path) => frameworkOf(path) ?? []))].sort();
}

describe('loading', () => {
  test('the command line itself brings no command and no package but the one that reads its arguments', () => {
    const packages = loadedWith('cli/main.ts').filter((one) => !one.endsWith('.ts') && !one.startsWith('node:'));
    expect(packages).toEqual(['commander']);
    expect(loadedWith('cli/main.ts').filter((one) => /^(?:policies|frameworks|judgement)\//.test(one))).toEqual([]);
  });

  test('a list of the policies brings no framework and nothing that reads a notation', () => {
    const loaded = loadedWith('cli/policies.ts');
    expect(loaded.filter((one) => /^(?:frameworks|clouds|judgement|stacks)\//.test(one))).toEqual([]);
    expect(loaded.filter((one) => heavy.test(one) && !one.startsWith('semver'))).toEqual([]);
  });

  test('a scan brings no framework before a file of its kind is seen', () => {
    expect(frameworksAmong(loadedWith('cli/scan.ts'))).toEqual(['files']);
    const packages = loadedWith('cli/scan.ts').filter((one) =>
      /probot|octokit|zod|tree-sitter|babel|cyclonedx/.test(one),
    );
    expect(packages).toEqual([]);
  });

  test.each([
    ['a template of CloudFormation or SAM', 'cloudformation/cloudformation.ts', ['cloudformation', 'files']],
    ['Knative', 'knative/knative.ts', ['files', 'knative']],
    ['OpenFaaS', 'openfaas/openfaas.ts', ['files', 'openfaas']],
  ])('%s brings its own framework only', (_, path, expected) => {
    const loaded = loadedWith(`frameworks/${path}`);
    expect(frameworksAmong(loaded)).toEqual(expected);
    expect(loaded.filter((one) => /^(?:web-tree-sitter|@babel\/parser)$/.test(one))).toEqual([]);
  });
});

describe('the built command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'postern-start-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Writes every module that is loaded to stderr, from inside of Node's loader. */
  const hook = `import { writeSync } from 'node:fs';
export async function load(url, context, next) {
  writeSync(2, 'loaded ' + url + '\\n');
  return next(url, context);
}`;
  beforeAll(() => {
    writeFileSync(join(folder, 'hook.mjs'), hook);
    const address = JSON.stringify(pathToFileURL(join(folder, 'hook.mjs')).href);
    writeFileSync(join(folder, 'watch.mjs'), `import { register } from 'node:module';\nregister(${address});\n`);
    writeFileSync(
      join(folder, 'template.yaml'),
      'Resources:\n  Open:\n    Type: AWS::Lambda::Url\n    Properties: { AuthType: NONE }\n',
    );
    writeFileSync(join(folder, 'main.tf'), 'resource "aws_lambda_function" "orders" {}\n');
  });

  /** The names of packages, and the sources of the command line's own parts, that a run loads. */
  function loadedBy(...args: readonly string[]): readonly string[] {
    const watch = pathToFileURL(join(folder, 'watch.mjs')).href;
    const main = join(root, 'dist/cli/main.js');
    const { stderr } = spawnSync(process.execPath, ['--import', watch, main, ...args], { encoding: 'utf8' });
    const urls = [...stderr.matchAll(/^loaded (file:.*)$/gm)].map(([, url = '']) => url);
    return urls.flatMap((url) => {
      const name = /\/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//.exec(url)?.[1];
      return name === undefined ? sourcesIn(readFileSync(fileURLToPath(url), 'utf8')) : [name];
    });
  }

  /** The bundler names each source above its text. */
  function sourcesIn(text: string): readonly string[] {
    const own = text.matchAll(/^\/\/ dist\S*?\b((?:frameworks|policies|notation|cli)\/\S+\.js)$/gm);
    const packages = text.matchAll(/^\/\/ node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//gm);
    return [...own, ...packages].map(([, path = '']) => path);
  }

  test('scans a template without another framework, a grammar, Probot or Octokit', () => {
    const loaded = loadedBy('scan', join(folder, 'template.yaml'));
    expect(loaded).toContain('frameworks/cloudformation/cloudformation.js');
    expect(
      loaded.filter((one) => /^frameworks\/(?:terraform|cdk|azure|serverless)\/(?!recognition)/.test(one)),
    ).toEqual([]);
    expect(loaded.filter((one) => /^(?:probot|@octokit\/.*|zod|web-tree-sitter|@babel\/.*)$/.test(one))).toEqual([]);
  });

  test('scans Terraform with its grammar, without the reader of templates', () => {
    const loaded = loadedBy('scan', join(folder, 'main.tf'));
    expect(loaded).toContain('frameworks/terraform/terraform.js');
    expect(loaded).toContain('web-tree-sitter');
    expect(loaded).not.toContain('frameworks/cloudformation/cloudformation.js');
    expect(loaded).not.toContain('zod');
  });

  test('tells its version with nothing but the reader of its arguments', () => {
    expect(new Set(loadedBy('--version'))).toEqual(
      new Set(['cli/main.js', 'cli/program.js', 'cli/cannot-run.js', 'cli/version.js', 'cli/targets.js', 'commander']),
    );
  });
});
