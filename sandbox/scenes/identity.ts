import type { Account, World } from '../world.js';

export function newId(world: World): number {
  world.lastId += 1;
  return world.lastId;
}

/** The time as GitHub writes it: to the second. */
export function nowText(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The account of this name; it is made when it is first heard of. */
export function accountNamed(world: World, login: string, type: Account['type'] = 'User'): Account {
  const known = world.accounts.get(login.toLowerCase());
  if (known !== undefined) return known;
  const account = { id: newId(world), login, type, email: `${login}@users.noreply.example.com` };
  world.accounts.set(login.toLowerCase(), account);
  return account;
}
