import { type CredentialFormat, credentialFormats } from './credential-formats.data.js';
import { tellingOf } from './names.js';
import { isPlaceholder } from './placeholders.js';
import { isUniqueId, isWorded, pointsElsewhere } from './pointers.js';

export interface Credential {
  readonly name: string;
  readonly live: boolean;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** Every format is longer than this. */
const shortestCredential = 12;
/** No credential format needs more; longer texts are looked at up to here, so that hostile ones cost nothing. */
const longestLook = 20_000;
const leastLength = 8;
const leastEntropy = 3;

/** The first recognised credential in a text, placeholders and documentation keys left aside. */
export function credentialIn(text: string): Credential | undefined {
  const looked = text.slice(0, longestLook);
  if (looked.length < shortestCredential) return undefined;
  for (const format of credentialFormats) {
    const found = format.pattern.test(looked) ? firstReal(looked, format) : undefined;
    if (found) return found;
  }
  return undefined;
}

function firstReal(text: string, { name, pattern, live }: CredentialFormat): Credential | undefined {
  for (const match of text.matchAll(new RegExp(pattern, 'g'))) {
    if (isSample(match, text)) continue;
    return { name, live, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** A key block is real unless it ends before any key could; everything else may be a placeholder, a documented key or a local address. */
function isSample({ 0: whole, groups, index = 0 }: RegExpMatchArray, text: string): boolean {
  if (whole.startsWith('-----BEGIN')) return isHollow(text.slice(index + whole.length));
  const { secret = whole, user, host } = groups ?? {};
  return isPlaceholder(secret) || secret === user || commonPasswords.has(secret.toLowerCase()) || isLocal(host);
}

/** The shortest private key there is, of Ed25519, is written in 64 characters. */
const shortestKey = 60;

/** `-----BEGIN ...-----\n...\n-----END ...-----`: a block that is there for its form. */
function isHollow(behind: string): boolean {
  const end = behind.indexOf('-----END');
  return end >= 0 && behind.slice(0, end).replace(/\\n|[^A-Za-z0-9+/=]/g, '').length < shortestKey;
}

const commonPasswords: ReadonlySet<string> = new Set([
  'password',
  'pass',
  'root',
  'admin',
  'guest',
  'secret',
  'postgres',
]);

function isLocal(host: string | undefined): boolean {
  return host !== undefined && /^(?:localhost|127\.|0\.0\.0\.0|\[?::1|host\.docker\.internal|[a-z]+$)/i.test(host);
}

/** True if a text under a name is a secret: the name's last word and the text decide together. */
export function isSecret(name: string, text: string): boolean {
  const telling = tellingOf(name);
  if (telling === undefined || !isSecretText(text)) return false;
  return telling === 'says so' || isGenerated(text.trim());
}

/** As Google shows the password of one application: sixteen letters in four groups. */
const appPassword = /^[a-z]{4}(?: [a-z]{4}){3}$/;

/** True if a text under a secret's name is a secret: long and random enough, and no placeholder, address or name. */
export function isSecretText(text: string): boolean {
  const value = text.trim().slice(0, longestLook);
  if (appPassword.test(value)) return true;
  return (
    value.length >= leastLength && entropyOf(value) >= leastEntropy && !isPlaceholder(value) && !pointsElsewhere(value)
  );
}

const leastGenerated = 16;
const leastGeneratedEntropy = 3.5;

/** Made by a machine: long, of letters and digits without words, and no id that anyone may know. */
function isGenerated(value: string): boolean {
  return (
    value.length >= leastGenerated &&
    /[0-9]/.test(value) &&
    /[A-Za-z]/.test(value) &&
    !/\s/.test(value) &&
    !isUniqueId(value) &&
    !isWorded(value) &&
    entropyOf(value) >= leastGeneratedEntropy
  );
}

/** Bits a character, Shannon's measure over the text's own characters. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
