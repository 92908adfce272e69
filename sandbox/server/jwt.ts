import { verify } from 'node:crypto';
import type { App } from '../world.js';
import { refusal } from './refusal.js';

/** GitHub refuses tokens that live longer than ten minutes; five seconds are left for clocks. */
const longestSeconds = 600;
const clockSeconds = 5;

function bad(message: string): Error {
  return refusal(401, message, { violation: 'bad-jwt' });
}

function decode(part: string | undefined): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8')) as Record<string, unknown>;
  } catch {
    throw bad('A JSON web token could not be decoded');
  }
}

function checkTimes(claims: Readonly<Record<string, unknown>>): void {
  const now = Date.now() / 1000;
  const { iat, exp } = claims;
  if (typeof iat !== 'number' || !Number.isInteger(iat) || iat > now + clockSeconds) {
    throw bad("'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
  }
  if (typeof exp !== 'number' || !Number.isInteger(exp) || exp < now) {
    throw bad(
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (exp > now + longestSeconds + clockSeconds) throw bad("'Expiration time' claim ('exp') is too far in the future");
}

/** Checks an app's own token: algorithm, signature, issuer and times. */
export function checkJwt(app: App, token: string): void {
  const [head, body, signature = ''] = token.split('.');
  const signed = Buffer.from(`${head}.${body}`);
  const known =
    decode(head).alg === 'RS256' && verify('RSA-SHA256', signed, app.publicKey, Buffer.from(signature, 'base64url'));
  if (!known) throw bad('A JSON web token could not be decoded');
  const claims = decode(body);
  const issuer = String(claims.iss);
  if (issuer !== String(app.id) && issuer !== app.clientId) throw bad("'Issuer' claim ('iss') must be an Integer");
  checkTimes(claims);
}
