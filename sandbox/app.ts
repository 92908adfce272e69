import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Permissions } from './world.js';

/** What an app asks for when it is registered. */
export interface Manifest {
  readonly name: string;
  readonly permissions: Permissions;
  readonly events: readonly string[];
}

interface ManifestFile {
  readonly name?: string;
  readonly default_permissions?: Permissions;
  readonly default_events?: readonly string[];
}

/** Reads the permissions and events that an `app.yml` asks for. */
export function readManifest(file: string): Manifest {
  const manifest = parse(readFileSync(file, 'utf8')) as ManifestFile;
  return {
    name: manifest.name ?? 'App',
    permissions: manifest.default_permissions ?? {},
    events: manifest.default_events ?? [],
  };
}

export interface KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** A fresh key, so that no key of the sandbox is ever of use elsewhere. */
export function newKeyPair(): KeyPair {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}
