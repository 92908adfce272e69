import type { Pull, Repository, World } from '../world.js';

export function apiUrl(world: World): string {
  return `${world.address}/api/v3`;
}

export function repositoryUrl(world: World, repository: Repository): string {
  return `${apiUrl(world)}/repos/${repository.fullName}`;
}

export function repositoryPage(world: World, repository: Repository): string {
  return `${world.address}/${repository.fullName}`;
}

export function pullUrl(world: World, pull: Pull): string {
  return `${repositoryUrl(world, pull.repository)}/pulls/${pull.number}`;
}

export function pullPage(world: World, pull: Pull): string {
  return `${repositoryPage(world, pull.repository)}/pull/${pull.number}`;
}

export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
