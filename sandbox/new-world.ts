import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Manifest, newKeyPair } from './app.js';
import { githubLimits, type Limits } from './limits.data.js';
import { nowText } from './scenes/identity.js';
import { install } from './scenes/installations.js';
import { installedOwner } from './scenes/repositories.js';
import type { Account, App, World } from './world.js';

function account(id: number, login: string, type: Account['type']): Account {
  return { id, login, type, email: `${login}@users.noreply.example.com` };
}

function newApp(manifest: Manifest): App {
  const slug = manifest.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    id: 424_242,
    slug,
    name: manifest.name,
    clientId: `Iv23li${randomBytes(7).toString('hex')}`,
    owner: account(1, 'app-owner', 'Organization'),
    bot: account(2, `${slug}[bot]`, 'Bot'),
    permissions: { metadata: 'read', ...manifest.permissions },
    events: manifest.events,
    ...newKeyPair(),
    webhookSecret: randomBytes(16).toString('hex'),
    createdAt: nowText(),
  };
}

/** As long and of the form that GitHub gives since 2026: nothing may be read from it. */
function newSecret(app: number): string {
  const [header, claims, signature] = [36, 200, 160].map((bytes) => randomBytes(bytes).toString('base64url'));
  return `ghs_${app}_${header}.${claims}.${signature}`;
}

/** A world without a repository, and with the app installed for one organisation. */
export function newWorld(manifest: Manifest, limits: Partial<Limits>): World {
  const app = newApp(manifest);
  const world: World = {
    directory: mkdtempSync(path.join(tmpdir(), 'sandbox-')),
    app,
    accounts: new Map([app.owner, app.bot].map((each) => [each.login, each])),
    repositories: new Map(),
    installations: [],
    tokens: new Map(),
    newSecret,
    pulls: [],
    reviews: [],
    threads: [],
    issueComments: [],
    checkSuites: [],
    checkRuns: [],
    analyses: [],
    calls: [],
    violations: [],
    deliveries: [],
    faults: [],
    limits: { ...githubLimits, ...limits },
    address: '',
    webhookUrl: undefined,
    lastId: 1000,
    announce: async () => undefined,
  };
  install(world, installedOwner);
  return world;
}
