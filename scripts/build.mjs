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
import { build } from 'esbuild';

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
 * The command line, the engine and the action with every package they use, as a few modules that are split where something is
 * loaded on demand: it starts for every file a person saves, and nothing has to be installed with it. The packages are pinned to
 * exact versions, so that a release decides in either case. The server is what stands beside, unbundled, with its packages.
 */
async function bundlePublished(output) {
  const folder = path.join(output, 'cli');
  const bundled = path.join(output, 'cli.bundled');
  const { metafile } = await build({
    entryPoints: [path.join(folder, 'main.js'), path.join(folder, 'action.js'), path.join(output, 'engine.js')],
    entryNames: '[name]',
    outdir: bundled,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    metafile: true,
    legalComments: 'none',
    // Its CommonJS form asks for its own files in a way that no bundler sees.
    alias: { 'jsonc-parser': require.resolve('jsonc-parser').replace('/umd/', '/esm/') },
    logLevel: 'error',
    banner: { js: commonJs },
    plugins: [{ name: 'server', setup: leaveServerOut }],
  });
  copyFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), path.join(bundled, 'web-tree-sitter.wasm'));
  writeFileSync(path.join(bundled, 'LICENSES.txt'), licencesOf(metafile));
  const types = filesUnder(folder).filter((file) => file.endsWith('.d.ts'));
  for (const file of types) copyFileSync(file, path.join(bundled, path.basename(file)));
  rmSync(folder, { recursive: true });
  renameSync(bundled, folder);
}

/** What packages in CommonJS take for granted. */
const commonJs = `import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));`;

/** What only the server needs is found beside the bundle, if it is there. */
function leaveServerOut({ onResolve }) {
  onResolve({ filter: /^\.\.\/serving\// }, ({ path: module }) => ({ path: module, external: true }));
  // Validators of the bill of materials, which nobody asks for.
  onResolve({ filter: /^(?:libxmljs2|ajv.*|xmlbuilder2)$/ }, ({ path: name }) => ({ path: name, external: true }));
}

/** The licences of the packages in a bundle, as they ask to be kept with it. */
function licencesOf({ inputs }) {
  const names = Object.keys(inputs).flatMap((file) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  return [...new Set(names)]
    .sort()
    .map((name) => {
      const folder = path.join(root, 'node_modules', name);
      const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:\.|$)/i.test(entry));
      const text = file === undefined ? '' : `\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}`;
      return `${name} ${version}, ${license}${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** Builds beside the last build and puts itself in its place only when all went well. */
async function buildProject(project) {
  const begun = Date.now();
  const stamp = stampOf(project);
  const output = path.join(root, `${project.output}.next-${process.pid}`);
  rmSync(output, { recursive: true, force: true });
  compile(project, output);
  copyAssets(project, output);
  if (project.output === 'dist') {
    copyGrammars(output);
    await bundlePublished(output);
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
  if (!isFresh(project)) await buildProject(project);
}
