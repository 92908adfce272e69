import type { Site } from '../flow/calls.js';
import { allTaints } from '../flow/taints.js';
import { reportSettingAt } from './report.js';

/*
 * Calls that take a token for true. Names: github.com/auth0/node-jsonwebtoken, github.com/panva/jose, npmjs.com/package/jwt-decode,
 * npmjs.com/package/jwt-simple, pyjwt.readthedocs.io, python-jose.readthedocs.io. 2026-11-26.
 */
const decoding =
  /^(?:jsonwebtoken\.decode|jwt-decode(?:\.jwtDecode)?|jose\.(?:decodeJwt|jwt\.get_unverified_claims)|jwt\.get_unverified_claims)$/;
const verifying = /^(?:jsonwebtoken\.verify|jwt\.decode|jose\.jwt\.decode|jose\.jwtVerify)$/;

/** A call by which a token is really verified. */
const verification =
  /(?:^|\.)(?:verify|jwtVerify|verifyIdToken|verify_id_token|verifyToken|verify_token|compactVerify|verifySync)$|CognitoJwtVerifier|JwtRsaVerifier|jwks|createRemoteJWKSet|PyJWKClient/;

/** Most calls have nothing to do with tokens: they are done with here. */
const tokens = /jwt|jose|jsonwebtoken|verif|jwks/i;

/** Tokens that are decoded without verification, or verified with less than they should be. */
export function checkToken(site: Site): void {
  const { symbol = '', name, frame } = site;
  if (!tokens.test(symbol) && !tokens.test(name)) return;
  if (verification.test(symbol) || verification.test(name)) frame.machine.signs.add('verification');
  if (decoding.test(symbol)) {
    if (site.arguments.some(({ value }) => allTaints(value).length > 0)) report(site, 'decoded');
    return;
  }
  if (symbol === 'jwt-simple.decode' && site.arguments[2]?.value.constant === true) report(site, 'unverified');
  if (!verifying.test(symbol)) return;
  const isOff = optionOf(site, 'verify_signature')?.constant === false || optionOf(site, 'verify')?.constant === false;
  if (isOff) report(site, 'unverified');
  else if (algorithmsOf(site).includes('none')) report(site, 'none');
  else if (optionOf(site, 'ignoreExpiration')?.constant === true) report(site, 'expired');
}

function optionOf({ arguments: given }: Site, option: string) {
  for (const { name, value } of given) {
    if (name === option) return value;
    const own = value.fields?.get(option);
    if (own) return own;
  }
  return undefined;
}

function algorithmsOf(site: Site): readonly string[] {
  const list = optionOf(site, 'algorithms');
  return [...(list?.fields?.values() ?? [])].map(({ constant }) => String(constant).toLowerCase());
}

function report({ frame, text, expression }: Site, detail: string): void {
  reportSettingAt(frame, { danger: 'token', text, at: expression.at, argument: expression.at, detail });
}
