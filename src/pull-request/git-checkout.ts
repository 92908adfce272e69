import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import type { Notice } from '../findings/notice.js';
import type { ChangedFile, PullRequest, Side } from './pull-request.js';
import { decodeText, largestFile } from './text.js';

const run = promisify(execFile);
/** Nothing that the repository's own configuration names is started. */
const safely = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
const mostOutput = 512 * 1024 * 1024;

/** The change between two commits of a local repository; the base is their merge base. Work-tree files play no part. */
export async function gitPullRequest(directory: string, base: string, head: string): Promise<PullRequest> {
  await git(directory, 'rev-parse', '--git-dir').catch((error: unknown) => {
    throw new NoChange(`${directory} cannot be used as a git checkout: ${firstLine(error)}; check --repo.`);
  });
  const to = await commitOf(directory, head, '--head');
  const from = await commitOf(directory, base, '--base');
  const mergeBase = (await git(directory, 'merge-base', from, to).catch(() => '')).trim();
  if (mergeBase === '') {
    const remedy = 'in a shallow clone fetch its history first (git fetch --unshallow)';
    throw new NoChange(`${base} and ${head} have no commit in common in ${directory}; ${remedy}.`);
  }
  const commits = { base: mergeBase, head: to };
  const trees = { base: await listTree(directory, mergeBase), head: await listTree(directory, to) };
  const notices: Record<Side, Notice[]> = { base: [], head: [] };
  return {
    changedFiles: await changedFiles(directory, mergeBase, to),
    truncated: false,
    list: async (side) => trees[side],
    read: (side, paths) => readBlobs(directory, commits[side], paths, notices[side]),
    unread: (side) => notices[side],
  };
}

/** There is nothing to compare. The message says what to do. */
export class NoChange extends Error {}

async function commitOf(directory: string, revision: string, option: string): Promise<string> {
  try {
    return (await git(directory, 'rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`)).trim();
  } catch {
    throw new NoChange(`There is no commit ${revision} in ${directory}; check ${option}, or fetch it first.`);
  }
}

/** What git itself says, without its prefix. */
function firstLine(error: unknown): string {
  const told = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : '';
  return (told.trim().split('\n')[0] || String(error)).replace(/^fatal: /, '');
}

async function git(directory: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', [...safely, '-C', directory, ...args], { maxBuffer: mostOutput });
  return stdout;
}

async function listTree(directory: string, commit: string): Promise<readonly string[]> {
  const listed = await git(directory, 'ls-tree', '-r', '-z', commit);
  return listed.split('\0').flatMap((entry) => {
    const [about = '', path] = entry.split('\t');
    return path !== undefined && about.includes(' blob ') && !about.startsWith('120000') ? [path] : [];
  });
}

async function changedFiles(directory: string, base: string, head: string): Promise<readonly ChangedFile[]> {
  const fields = (
    await git(directory, 'diff', '--no-ext-diff', '--no-textconv', '--name-status', '-M', '-z', base, head)
  ).split('\0');
  const changed: ChangedFile[] = [];
  for (let at = 0; at < fields.length - 1; ) {
    const letter = fields[at]?.[0];
    const first = fields[at + 1] ?? '';
    const isPair = letter === 'R' || letter === 'C';
    const path = isPair ? (fields[at + 2] ?? '') : first;
    if (letter === 'R') changed.push({ path, previousPath: first, status: 'renamed' });
    else
      changed.push({
        path,
        status: letter === 'A' || letter === 'C' ? 'added' : letter === 'D' ? 'removed' : 'modified',
      });
    at += isPair ? 3 : 2;
  }
  return changed;
}

/** Reads blobs in one `git cat-file --batch`. */
async function readBlobs(
  directory: string,
  commit: string,
  paths: readonly string[],
  notices: Notice[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const asked = paths.filter((path) => !path.includes('\n'));
  if (asked.length === 0) return texts;
  const output = await feed(directory, asked.map((path) => `${commit}:${path}\n`).join(''));
  let at = 0;
  for (const path of asked) {
    const lineEnd = output.indexOf(10, at);
    const header = output.subarray(at, lineEnd).toString('utf8');
    at = lineEnd + 1;
    const size = Number(/ blob (\d+)$/.exec(header)?.[1] ?? Number.NaN);
    if (Number.isNaN(size)) continue;
    const read = size > largestFile(path) ? tooLarge(path) : decodeText(path, output.subarray(at, at + size));
    at += size + 1;
    if (typeof read === 'string') texts.set(path, read);
    else notices.push(read);
  }
  return texts;
}

function tooLarge(path: string): Notice {
  return {
    path,
    message: 'The file is too large and was not reviewed; split it, or exclude generated text.',
    kind: 'unread',
  };
}

function feed(directory: string, input: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...safely, '-C', directory, 'cat-file', '--batch'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(Buffer.concat(chunks)) : reject(new Error('git cat-file failed.')),
    );
    child.stdin.end(input);
  });
}
