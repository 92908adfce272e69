// node scripts/home.mjs OWNER/NAME [FOLDER]: writes the repository that Postern is released from wherever it is named.
// package.json says what it is at present: OWNER/postern until the first release.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [wanted = '', folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')] = process.argv.slice(2);
if (!/^[\w.-]+\/[\w.-]+$/.test(wanted)) {
  process.stderr.write('Say which repository: node scripts/home.mjs OWNER/NAME\n');
  process.exit(2);
}

/** What names it: the manifest, what users copy, and the address that outputs and the App carry. */
const places = [
  'package.json',
  'README.md',
  'SECURITY.md',
  'app.yml',
  'action.yml',
  'docs',
  'integrations',
  'deploy',
  'src/report/formats',
];

const { repository } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
const present = /github\.com\/([\w.-]+\/[\w.-]+?)\.git$/.exec(repository.url)[1];
/** This page tells of the placeholder itself. */
const about = 'docs/releasing.md';
const files = execFileSync('git', ['ls-files', '-z', '--', ...places], { cwd: folder, encoding: 'utf8' }).split('\0');
for (const file of files.filter((name) => name !== about && /\.(json|md|ya?ml|ts|service)$/.test(name))) {
  const full = path.join(folder, file);
  const text = readFileSync(full, 'utf8');
  if (text.includes(present)) writeFileSync(full, text.replaceAll(present, wanted));
}
