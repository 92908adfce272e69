import type { Installation, Repository, World } from '../world.js';
import { accountNamed, newId, nowText } from './identity.js';

/** The app is installed for an organisation, with all that it asks for. */
export function install(world: World, owner: string): Installation {
  const { permissions, events } = world.app;
  const account = accountNamed(world, owner, 'Organization');
  const installation: Installation = { id: newId(world), account, permissions, events, createdAt: nowText() };
  world.installations.push(installation);
  return installation;
}

/** What the owners of organisations and repositories do. */
export function administration(world: World) {
  const installationOf = (owner: string) => {
    const found = world.installations.find(({ account }) => account.login === owner);
    if (found === undefined) throw new Error(`The app is not installed for ${owner}.`);
    return found;
  };
  return {
    /** Installs the app for another organisation. */
    install: (owner: string) => install(world, owner),
    suspend: (owner: string) => {
      installationOf(owner).suspendedAt = nowText();
    },
    resume: (owner: string) => {
      installationOf(owner).suspendedAt = undefined;
    },
    uninstall: (owner: string) => {
      world.installations.splice(world.installations.indexOf(installationOf(owner)), 1);
    },
    deleteRepository: ({ fullName }: Repository) => {
      world.repositories.delete(fullName.toLowerCase());
    },
  };
}
