import { furtherEndings, httpsServices, usualEndings } from './endings.data.js';

/** An address outside of one's own network that is spoken to without TLS. */
export interface CleartextAddress {
  readonly scheme: string;
  readonly host: string;
  /** A password or token is a part of it. */
  readonly hasCredentials: boolean;
}

const address =
  /^(https?|ftp|redis|amqp|wss?|ldap|mqtt|smtp|stomp|telnet|nats):\/\/([^\s/@]{1,300}@)?(\[[0-9a-f:.]{2,45}\]|[^\s/:?#@]{1,253})/i;

const encrypted: ReadonlySet<string> = new Set(['https', 'wss']);

/** What an address is if it leads out of one's own network in cleartext; undefined for all others and what is no address. */
export function cleartextAddress(text: string): CleartextAddress | undefined {
  const [, scheme = '', user, host = ''] = address.exec(text) ?? [];
  const lower = scheme.toLowerCase();
  if (host === '' || encrypted.has(lower) || !isElsewhere(host.toLowerCase())) return undefined;
  const isNamed = user?.includes(':') === true || /[?&](?:[a-z_-]{0,20}(?:token|key|secret|password))=[^&]/i.test(text);
  return { scheme: lower, host: host.toLowerCase(), hasCredentials: isNamed };
}

/** Names under an ending that is registered, and public numbers. */
function isElsewhere(host: string): boolean {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host))
    return !/^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168)\./.test(host);
  const labels = host.split('.');
  const ending = labels.at(-1) ?? '';
  const isUsual = usualEndings.has(ending) || /^[a-z]{2}$/.test(ending);
  if (labels.length < 2 || !(isUsual || (labels.length > 2 && furtherEndings.has(ending)))) return false;
  return (
    !identifiers.test(host) && !/^(?:www\.)?example\.(?:com|net|org)$/.test(host) && !/\bs3-website[.-]/.test(host)
  );
}

/** Hosts in names of schemas and namespaces, which nobody calls. */
const identifiers =
  /^(?:(?:www|ns)\.w3\.org|purl\.org|json-schema\.org|ns\.adobe\.com|(?:schemas|xmlns)\..{1,80}|(?:www\.)?apache\.org)$/;

/** The same address by HTTPS, if its host is known to answer that: one of the list, or named so elsewhere. */
export function withTls(
  text: string,
  { scheme, host }: CleartextAddress,
  others: ReadonlySet<string>,
): string | undefined {
  if (scheme !== 'http' || /^http:\/\/[^/?#]{1,300}:\d/i.test(text)) return undefined;
  const isKnown = others.has(host) || httpsServices.some((name) => host === name || host.endsWith(`.${name}`));
  return isKnown ? text.replace(/^http:/i, 'https:') : undefined;
}

/** The host of an address by HTTPS. */
export function encryptedHost(text: string): string | undefined {
  const [, scheme = '', , host] = address.exec(text) ?? [];
  return scheme.toLowerCase() === 'https' ? host?.toLowerCase() : undefined;
}
