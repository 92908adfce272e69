// Compiles src into dist and sandbox into dist-sandbox, each only when a source is newer than the last build.
// The product never needs dist-sandbox: it is the local GitHub of the demo.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

/** Compiled grammars, from development dependencies whose install scripts users are spared. */
const grammars = [
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
  'tree-sitter-bicep/tree-sitter-bicep.wasm',
  'tree-sitter-python/tree-sitter-python.wasm',
];

const projects = [
  { source: 'src', config: 'tsconfig.build.json', output: 'dist' },
  { source: 'sandbox', config: 'tsconfig.sandbox.json', output: 'dist-sandbox' },
];

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function newest(files) {
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

/** Every file that the output depends on; examples of policies are data of the tests. */
function sources({ source, config }) {
  const code = filesUnder(path.join(root, source)).filter((file) => /\.(ts|js|css|json)$/.test(file));
  const settings = [config, 'tsconfig.json', 'package.json', 'scripts/build.mjs'].map((file) => path.join(root, file));
  return [...code.filter((file) => !/\/(bad|good|unknown)\.[^/]*$/.test(file)), ...settings];
}

/** A source that was deleted must not live on in the output: the stamp lists what was built. */
function stampOf(project) {
  return sources(project)
    .map((file) => path.relative(root, file))
    .sort()
    .join('\n');
}

function isFresh(project) {
  const stamp = path.join(root, project.output, '.built');
  if (!existsSync(stamp) || statSync(stamp).mtimeMs < newest(sources(project))) return false;
  return readFileSync(stamp, 'utf8') === stampOf(project);
}

function compile({ config }, output) {
  const tsc = require.resolve('typescript/bin/tsc');
  // Types are checked by `npm run typecheck`; leaving that out here halves the first build.
  const args = [tsc, '-p', config, '--outDir', output, '--noCheck'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) return;
  rmSync(output, { recursive: true, force: true });
  process.exit(status ?? 1);
}

/** Style sheets, browser scripts and data go along as they are. */
function copyAssets({ source }, output) {
  for (const file of filesUnder(path.join(root, source))) {
    if (!/\.(css|js|data\.json)$/.test(file) || file.includes(`${path.sep}shop${path.sep}`)) continue;
    if (/\/(bad|good|unknown)[^/]*$/.test(file)) continue;
    const target = path.join(output, path.relative(path.join(root, source), file));
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(file, target);
  }
}

function copyGrammars(output) {
  const folder = path.join(output, 'grammars');
  mkdirSync(folder, { recursive: true });
  for (const grammar of grammars)
    copyFileSync(path.join(root, 'node_modules', grammar), path.join(folder, path.basename(grammar)));
}

/**
 * The command line starts for every file a person saves: 450 modules of ours become a few, split where something is loaded on
 * demand. Packages stay packages, so that their updates reach users. The library, the server and its children are not bundled.
 */
function bundleCommandLine(output) {
  const folder = path.join(output, 'cli');
  const bundled = path.join(output, 'cli.bundled');
  buildSync({
    entryPoints: [path.join(folder, 'main.js')],
    outdir: bundled,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  rmSync(folder, { recursive: true });
  renameSync(bundled, folder);
}

/** Builds beside the last build and puts itself in its place only when all went well. */
function build(project) {
  const begun = Date.now();
  const stamp = stampOf(project);
  const output = path.join(root, `${project.output}.next-${process.pid}`);
  rmSync(output, { recursive: true, force: true });
  compile(project, output);
  copyAssets(project, output);
  if (project.output === 'dist') {
    copyGrammars(output);
    bundleCommandLine(output);
  }
  writeFileSync(path.join(output, '.built'), stamp);
  const final = path.join(root, project.output);
  const former = path.join(root, `${project.output}.former-${process.pid}`);
  if (existsSync(final)) renameSync(final, former);
  renameSync(output, final);
  rmSync(former, { recursive: true, force: true });
  process.stdout.write(`Built ${project.output} in ${((Date.now() - begun) / 1000).toFixed(1)} s.\n`);
}

const wanted = process.argv.slice(2);
for (const project of projects) {
  if (wanted.length > 0 && !wanted.includes(project.output)) continue;
  if (!isFresh(project)) build(project);
}
