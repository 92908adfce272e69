import { unverifiedOption } from '../../model/database-address.js';
import type { Site } from '../flow/calls.js';
import type { Value } from '../flow/value.js';
import { reportSettingAt } from './report.js';

/*
 * Options of Python that turn the check of certificates off, and the clients that take them: requests, httpx, boto3, aiohttp, urllib3
 * and pymongo as their documentation says. 2026-11-27.
 */
const options: readonly {
  readonly of: RegExp;
  readonly name: string;
  readonly isOff: (value: Value) => boolean;
}[] = [
  {
    of: /^(?:requests|httpx|(?:aio)?boto3|botocore)\b/,
    name: 'verify',
    isOff: ({ constant }) => constant === false,
  },
  { of: /^aiohttp\b/, name: 'ssl', isOff: ({ constant }) => constant === false },
  { of: /^aiohttp\b/, name: 'verify_ssl', isOff: ({ constant }) => constant === false },
  {
    of: /^urllib3\b/,
    name: 'cert_reqs',
    isOff: ({ constant, symbol }) => constant === 'CERT_NONE' || symbol === 'ssl.CERT_NONE',
  },
  { of: /^pymongo\b/, name: 'tlsAllowInvalidCertificates', isOff: ({ constant }) => constant === true },
  {
    of: /^(?:psycopg2?|asyncpg|sqlalchemy)\b/,
    name: 'sslmode',
    isOff: ({ constant }) => /^(?:disable|allow|prefer)$/.test(String(constant)),
  },
];

/** Clients that are given an address with options. */
const databases = /^(?:pg|postgres|knex|sequelize|typeorm|mongodb|mongoose|psycopg2?|asyncpg|sqlalchemy|pymongo)\b/;

/** Calls that turn the check of certificates off by an argument or by what they are. */
export function checkTls(site: Site): void {
  const { symbol = '', frame, arguments: given, text, expression } = site;
  if (/^ssl\._create_(?:unverified|stdlib)_context$/.test(symbol))
    reportSettingAt(frame, { danger: 'tls', text, at: expression.at, argument: expression.at, detail: 'context' });
  for (const { name, value, expression: written } of given) {
    if (name === undefined) continue;
    const row = options.find((one) => one.name === name && one.of.test(symbol) && one.isOff(value));
    if (row === undefined) continue;
    const detail = name === 'sslmode' ? 'cleartext' : name;
    const shown = `${name}=${value.constant === false ? 'False' : (value.constant ?? value.symbol)}`;
    reportSettingAt(frame, { danger: 'tls', text: shown, at: written.at, argument: written.at, detail });
  }
  if (databases.test(symbol)) checkAddress(site);
}

/** `postgres://...?sslmode=disable`: anybody on the way may answer. */
function checkAddress({ frame, arguments: given }: Site): void {
  for (const { value, expression } of given) {
    const texts = [value, ...(value.fields?.values() ?? [])].flatMap(({ constant }) =>
      typeof constant === 'string' ? [constant] : [],
    );
    const found = texts.map(unverifiedOption).find((one) => one !== undefined);
    const { at } = expression;
    if (found) reportSettingAt(frame, { danger: 'tls', text: found.option, at, argument: at, detail: 'cleartext' });
  }
}

/** A function that finds every name of a server right: it gives nothing, and does nothing. */
export function checksNothing({ closures = [] }: Value): boolean {
  return (
    closures.length > 0 &&
    closures.every(({ form }) =>
      form.body.every(
        (one) =>
          one.kind === 'return' &&
          (one.value === undefined || (one.value.kind === 'constant' && one.value.value === null)),
      ),
    )
  );
}
