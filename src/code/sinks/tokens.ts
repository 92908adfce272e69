import type { Span } from '../../model/span.js';
import type { Site } from '../flow/calls.js';
import type { Frame } from '../flow/machine.js';
import { allTaints } from '../flow/taints.js';
import { nothing, type Value } from '../flow/value.js';
import { harmful, reportSettingAt } from './report.js';

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

/** Calls that read base64, of which the middle part of a token is made. */
const reading =
  /^(?:atob|Buffer\.from|base64\.(?:urlsafe_)?b64decode|jose\.base64url\.decode|base64url\.decode|js-base64\.(?:decode|Base64\.decode))$/;
const tokenNames = /authorization|token|jwt|cookie/i;

/** `JSON.parse(atob(token.split('.')[1]))`. */
function isTaken({ symbol = '', arguments: [first] }: Site): boolean {
  if (!reading.test(symbol)) return false;
  return allTaints(first?.value ?? nothing).some(
    ({ path }) => path.includes('.') && path.some((name) => tokenNames.test(name)),
  );
}

/** A secret of the environment, or a signature made with one, that is compared with what a request brings: how long it takes tells how much is right. */
export function checkComparison(frame: Frame, at: Span, values: readonly Value[]): void {
  const isSecret = ({ symbol = '' }: Value) =>
    /^(?:process\.env|os\.environ)\.\w*(?:secret|token|api_?key|password|signature)|createHmac\(\).*\.digest\(\)$|^hmac\.new\(\)\.(?:hex)?digest\(\)$/i.test(
      symbol,
    );
  const isSent = (value: Value) => harmful(frame, allTaints(value), 'token').length > 0;
  if (values.some(isSecret) && values.some(isSent))
    reportSettingAt(frame, { danger: 'token', text: 'the comparison', at, argument: at, detail: 'compared' });
}

/** Tokens that are decoded without verification, or verified with less than they should be. */
export function checkToken(site: Site): void {
  const { symbol = '', name, frame } = site;
  if (isTaken(site)) report(site, 'decoded');
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
  else if (isMixed(algorithmsOf(site))) report(site, 'mixed');
  else if (optionOf(site, 'ignoreExpiration')?.constant === true) report(site, 'expired');
  else if (symbol === 'jsonwebtoken.verify' && site.arguments.length === 2) report(site, 'algorithms');
}

/** An authorizer's answer that allows everything: docs.aws.amazon.com/apigateway (output from a Lambda authorizer). 2026-11-27. */
export function checkAllowed(frame: Frame, value: Value, at: Span): void {
  const listed = value.fields?.get('policyDocument')?.fields?.get('Statement');
  const statements = [...(listed?.fields?.values() ?? []), ...(listed?.items ? [listed.items] : [])];
  const isAll = statements.some(
    ({ fields }) => fields?.get('Effect')?.constant === 'Allow' && fields.get('Resource')?.constant === '*',
  );
  if (isAll) reportSettingAt(frame, { danger: 'token', text: 'the policy', at, argument: at, detail: 'everything' });
}

/** A public key that is taken for a shared secret lets anyone sign. */
function isMixed(algorithms: readonly string[]): boolean {
  return algorithms.some((one) => one.startsWith('hs')) && algorithms.some((one) => /^(?:rs|es|ps)/.test(one));
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
