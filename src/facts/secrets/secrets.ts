import { type CredentialFormat, credentialFormats } from './credential-formats.data.js';
import { isPlaceholder } from './placeholders.js';

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
    if (isSample(match)) continue;
    return { name, live, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** A key block is real whatever it says; everything else may be a placeholder, a documented key or a local address. */
function isSample({ 0: whole, groups }: RegExpMatchArray): boolean {
  if (whole.startsWith('-----BEGIN')) return false;
  const { secret = whole, user, host } = groups ?? {};
  return isPlaceholder(secret) || secret === user || commonPasswords.has(secret.toLowerCase()) || isLocal(host);
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

const words =
  /^(?:pass|pwd|passcode|tokens)$|(?:password|passwd|passphrase|secrets?|token|apikey|privatekey|secretkey|credentials?|connstr|connectionstring)$/;
const pairs =
  /(?:^|_)(?:api_key|private_key|access_key|secret_key|account_key|signing_key|encryption_key|conn_str|connection_str|connection_string|auth_key|master_key)(?:_|$)/;
/** Endings that make it a name, a place or a property of a secret rather than the secret. */
const about =
  /_(?:arn|name|names|id|ids|url|uri|path|prefix|suffix|file|ref|reference|endpoint|host|header|type|kind|ttl|expiry|expires|expiration|expires_in|lifetime|timeout|length|size|count|limit|limits|max|min|table|bucket|topic|queue|version|region|stage|algorithm|alg|issuer|audience|scope|scopes|param|parameter|field|enabled|required|policy|rotation|days|minutes|seconds|validity|location|store|manager|provider|format|index|usage|budget|template|description|label|title|message|class|attribute|claim|column|kms_key|kms|key_alias|alias)$/;

/** Public keys, orders to make a secret, and the addresses that custom resources call a token. */
const notSecret = /(?:^|_)public_?key|^generate_|^service_token$/;

/** Every word and pair above has one of these: most names are done with here. */
const hint = /pass|pwd|secret|token|key|credential|conn/i;

/** True if a variable's name says that its value is a secret, and not the secret's name, place or lifetime. */
export function isSecretName(name: string): boolean {
  if (!hint.test(name)) return false;
  const snake = snakeCase(name);
  if (notSecret.test(snake) || about.test(snake)) return false;
  return pairs.test(snake) || snake.split('_').some((word) => words.test(word));
}

function snakeCase(name: string): string {
  return name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/(?<=[A-Za-z])_?\d{1,2}$/, '')
    .toLowerCase();
}

/** True if a text under a secret's name is a secret: long and random enough, and no placeholder, address or name. */
export function isSecretText(text: string): boolean {
  const value = text.trim().slice(0, longestLook);
  return (
    value.length >= leastLength && entropyOf(value) >= leastEntropy && !isPlaceholder(value) && !pointsElsewhere(value)
  );
}

/** ARNs, addresses, paths, public keys, what KMS encrypted, prose, and words joined by separators name something. */
function pointsElsewhere(value: string): boolean {
  return (
    /^(?:arn:|https?:\/\/|s3:\/\/|ssm:|\/[\w-]+\/|-----BEGIN (?:PUBLIC|CERT)|ssh-(?:rsa|ed25519) |pk_|AQICAH)/.test(
      value,
    ) ||
    /^[A-Za-z_.-]+(?:\/[A-Za-z_.-]+)+$/.test(value) ||
    /^(?:[a-z]+|[A-Z][a-z]+|[A-Z]+)(?:[._-](?:[a-z]+|[A-Z][a-z]+|[A-Z]+))+$/.test(value) ||
    /^[A-Za-z0-9]+\.(?:Arn|Name|Ref|Id)$/.test(value) ||
    /\s\S+\s/.test(value)
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
