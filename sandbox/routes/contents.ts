import { entryAt, listTree, readBlob, type TreeEntry } from '../git/objects.js';
import { treeOf } from '../git/repository.js';
import {
  type Answer,
  type Exchange,
  parameter,
  queryText,
  type Route,
  repositoryOf,
  wants,
} from '../server/exchange.js';
import { notFound, refusal } from '../server/refusal.js';
import { fullRepository } from '../shapes/repository.js';
import { encodePath, repositoryPage, repositoryUrl } from '../shapes/urls.js';
import { commitNamed } from './commits.js';

type Kind = 'file' | 'dir' | 'symlink' | 'submodule';

function kindOf(entry: TreeEntry): Kind {
  if (entry.type === 'tree') return 'dir';
  if (entry.type === 'commit') return 'submodule';
  return entry.mode === '120000' ? 'symlink' : 'file';
}

/** Base64 in lines of sixty characters, as GitHub sends it. */
export function base64(bytes: Buffer): string {
  return `${bytes.toString('base64').replace(/.{60}/g, '$&\n').replace(/\n$/, '')}\n`;
}

function describe(exchange: Exchange, entry: TreeEntry, path: string, ref: string) {
  const repository = repositoryOf(exchange);
  const kind = kindOf(entry);
  const url = repositoryUrl(exchange.world, repository);
  const page = repositoryPage(exchange.world, repository);
  const self = `${url}/contents/${encodePath(path)}?ref=${encodeURIComponent(ref)}`;
  const git = `${url}/git/${kind === 'dir' ? 'trees' : 'blobs'}/${entry.sha}`;
  const html = `${page}/${kind === 'dir' ? 'tree' : 'blob'}/${ref}/${encodePath(path)}`;
  return {
    type: kind,
    name: path.split('/').at(-1) ?? '',
    path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url: self,
    html_url: html,
    git_url: git,
    download_url: kind === 'file' ? `${page}/raw/${ref}/${encodePath(path)}` : null,
    _links: { self, git, html },
  };
}

async function directory(exchange: Exchange, treeish: string, prefix: string, ref: string): Promise<Answer> {
  const entries = await listTree(repositoryOf(exchange).git, treeish);
  const shown = entries.slice(0, exchange.world.limits.directoryEntries);
  return {
    body: shown.map((entry) => describe(exchange, entry, prefix === '' ? entry.path : `${prefix}/${entry.path}`, ref)),
    looser: true,
  };
}

const tooLarge = 'This API returns blobs up to 100 MB in size. The requested blob is too large to fetch via the API.';

async function file(exchange: Exchange, entry: TreeEntry, path: string, ref: string): Promise<Answer> {
  const repository = repositoryOf(exchange);
  const { limits } = exchange.world;
  const size = entry.size ?? 0;
  if (size > limits.rawContentBytes) throw refusal(403, tooLarge, { violation: 'too-large' });
  const bytes = (await readBlob(repository.git, entry.sha)) ?? Buffer.alloc(0);
  if (wants(exchange, 'raw')) return { bytes, type: 'application/vnd.github.raw; charset=utf-8' };
  const described = describe(exchange, entry, path, ref);
  if (described.type === 'symlink') return { body: { ...described, target: bytes.toString('utf8') }, looser: true };
  const inline = size <= limits.inlineContentBytes;
  return { body: { ...described, encoding: inline ? 'base64' : 'none', content: inline ? base64(bytes) : '' } };
}

async function readContents(exchange: Exchange): Promise<Answer> {
  const repository = repositoryOf(exchange);
  const ref = queryText(exchange, 'ref') ?? repository.defaultBranch;
  const commit = await commitNamed(repository, ref, notFound(`No commit found for the ref ${ref}`));
  const path = parameter(exchange, 'path').replace(/^\/+|\/+$/g, '');
  if (path === '') return directory(exchange, await treeOf(repository.git, commit), '', ref);
  if (path.split('/').some((part) => part === '.' || part === '..')) throw notFound();
  const entry = await entryAt(repository.git, commit, path);
  if (entry === undefined) throw notFound();
  return entry.type === 'tree' ? directory(exchange, entry.sha, path, ref) : file(exchange, entry, path, ref);
}

export const contentRoutes: readonly Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}',
    permission: 'metadata:read',
    answer: (exchange) => ({ body: fullRepository(exchange.world, repositoryOf(exchange)) }),
  },
  { route: 'GET /repos/{owner}/{repo}/contents/{path}', permission: 'contents:read', answer: readContents },
];
