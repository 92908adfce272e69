import path from 'node:path';
import { commitFiles, type Files } from '../git/commit.js';
import { cloneGit, createGit } from '../git/repository.js';
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

type Facts = Omit<Repository, 'id' | 'createdAt' | 'fullName'>;

function remember(world: World, facts: Facts): Repository {
  const fullName = `${facts.owner.login}/${facts.name}`;
  const repository = { ...facts, id: newId(world), fullName, createdAt: nowText() };
  world.repositories.set(fullName.toLowerCase(), repository);
  return repository;
}

function folderOf(world: World, owner: string, name: string): string {
  return path.join(world.directory, 'git', owner, `${name}.git`);
}

/** Makes a repository whose default branch holds these files. */
export async function createRepository(world: World, draft: RepositoryDraft): Promise<Repository> {
  const { owner = installedOwner, name = 'shop', files } = draft;
  const git = await createGit(folderOf(world, owner, name), 'main');
  const author = accountNamed(world, 'dev');
  const person = { name: author.login, email: author.email };
  await commitFiles(git, { ref: 'refs/heads/main', files, message: 'First', author: person, parent: undefined });
  const account = accountNamed(world, owner, 'Organization');
  return remember(world, { git, name, owner: account, isPrivate: draft.private === true, defaultBranch: 'main' });
}

/** The fork that a person has of a repository; it is made when it is first needed. */
export async function forkRepository(world: World, parent: Repository, login: string): Promise<Repository> {
  const known = world.repositories.get(`${login}/${parent.name}`.toLowerCase());
  if (known !== undefined) return known;
  const { name, isPrivate, defaultBranch } = parent;
  const git = await cloneGit(parent.git, folderOf(world, login, name));
  return remember(world, { git, owner: accountNamed(world, login), name, isPrivate, defaultBranch, parent });
}
