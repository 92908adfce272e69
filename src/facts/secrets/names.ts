const words =
  /^(?:pass|pwd|passcode|tokens)$|(?:password|passwd|passphrase|secrets?|token|apikey|privatekey|secretkey|credentials?|connstr|connectionstring)$/;
const pairs =
  /(?:^|_)(?:api_key|private_key|access_key|secret_key|account_key|signing_key|encryption_key|conn_str|connection_str|connection_string|auth_key|master_key)(?=_|$)/;
const lastPair = new RegExp(`${pairs.source}$`);

/** Endings that make it a name, a place or a property of a secret rather than the secret. */
const about =
  /_(?:arn|name|names|id|ids|url|uri|path|prefix|suffix|file|ref|reference|endpoint|host|header|type|kind|ttl|expiry|expires|expiration|expires_in|lifetime|timeout|length|size|count|limit|limits|max|min|table|bucket|topic|queue|version|region|stage|algorithm|alg|issuer|audience|scope|scopes|param|parameter|field|enabled|required|policy|rotation|days|minutes|seconds|validity|location|store|manager|provider|format|index|usage|budget|template|description|label|title|message|class|attribute|claim|column|kms_key|kms|key_alias|alias|route|source|auth|mode|status|state|flow|flows|expression|hash)$/;

/**
 * Public keys and those that only search, orders to make a secret, the addresses that custom resources call a token, and
 * tokens that mark a request, a page of results or a build.
 */
const notSecret =
  /(?:^|_)public(?:_|key|$)|^generate_|^service_token$|(?:^|_)(?:idempotency|request|rebuild|redeploy|deploy|deployment|bust|buster|busting|cache|next|page|pagination|continuation|resume)_token$|(?:^|_)search(?:_only)?(?:_api)?_?key$/;

/** Every word and pair above has one of these: most names are done with here. */
const hint = /pass|pwd|secret|token|key|credential|conn/i;

/** Words behind the noun that say which of several it is, or how it is written. */
const trailing: ReadonlySet<string> = new Set(
  'value plain plaintext string text base b64 base64 encoded json prod production dev development staging stage qa uat live sandbox local new old current previous primary secondary main env var'.split(
    ' ',
  ),
);

/** What a variable's name says: its noun is a secret, or a secret is one word among others. */
export type Telling = 'says so' | 'mentions it';

/** What a name says of its value; undefined if that is no secret, or the name, place or lifetime of one. */
export function tellingOf(name: string): Telling | undefined {
  if (!hint.test(name)) return undefined;
  const snake = snakeCase(name);
  if (notSecret.test(snake) || about.test(snake)) return undefined;
  const parts = snake.split('_');
  if (!pairs.test(snake) && !parts.some((word) => words.test(word))) return undefined;
  return endsInSecret(parts) ? 'says so' : 'mentions it';
}

/** True if a variable's name says that its value may be a secret. */
export function isSecretName(name: string): boolean {
  return tellingOf(name) !== undefined;
}

/** `DB_PASSWORD`, `apiKeyProd`, `SECRET_KEY_BASE`; not `RESET_PASSWORD_LAMBDA`. */
function endsInSecret(parts: readonly string[]): boolean {
  for (let length = parts.length; length > 0; length -= 1) {
    const rest = parts.slice(0, length);
    if (lastPair.test(rest.join('_')) || words.test(rest.at(-1) ?? '')) return true;
    if (!trailing.has(rest.at(-1) ?? '')) return false;
  }
  return false;
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
