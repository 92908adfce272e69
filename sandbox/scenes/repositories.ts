import path from 'node:path';
import { type Files, writeCommit, writeTree } from '../git/commit.js';
import { cloneRepository, createRepository as createGit, setRef } from '../git/repository.js';
import type { Repository, World } from '../world.js';
import { accountNamed, newId, nowText } from './identity.js';

export interface RepositoryDraft {
  readonly files: Files;
  /** `acme` when left out: the organisation where the app is installed. */
  readonly owner?: string;
  readonly name?: string;
  readonly private?: boolean;
}

/** The organisation where the app is installed from the start. */
export const installedOwner = 'acme';

function remember(world: World, facts: Omit<Repository, 'id' | 'createdAt' | 'directory' | 'fullName'>): Repository {
  const fullName = `${facts.owner.login}/${facts.name}`;
  const directory = path.join(world.directory, 'git', `${fullName}.git`);
  const repository = { ...facts, id: newId(world), fullName, directory, createdAt: nowText() };
  world.repositories.set(fullName.toLowerCase(), repository);
  return repository;
}

/** Makes a repository whose default branch holds these files. */
export async function createRepository(world: World, draft: RepositoryDraft): Promise<Repository> {
  const repository = remember(world, {
    owner: accountNamed(world, draft.owner ?? installedOwner, 'Organization'),
    name: draft.name ?? 'shop',
    isPrivate: draft.private === true,
    defaultBranch: 'main',
  });
  const { directory } = repository;
  await createGit(directory, 'main');
  const tree = await writeTree(directory, { files: draft.files });
  await setRef(directory, 'refs/heads/main', await writeCommit(directory, { tree, parents: [], message: 'First' }));
  return repository;
}

/** The fork that a person has of a repository; it is made when it is first needed. */
export async function forkRepository(world: World, parent: Repository, login: string): Promise<Repository> {
  const known = world.repositories.get(`${login}/${parent.name}`.toLowerCase());
  if (known !== undefined) return known;
  const { name, isPrivate, defaultBranch } = parent;
  const fork = remember(world, { owner: accountNamed(world, login), name, isPrivate, defaultBranch, parent });
  await cloneRepository(parent.directory, fork.directory);
  return fork;
}
