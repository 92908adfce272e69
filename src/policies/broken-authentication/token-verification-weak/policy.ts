import type { FunctionCode, ToldFlow } from '../../../code/stack-code.js';
import type { Severity } from '../../../findings/severity.js';
import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';
import { authorizerProblems } from './authorizers.js';
import { isShared, keptProblems } from './kept-answers.js';

export default definePolicy({
  id: 'token-verification-weak',
  threat: 'broken-authentication',
  title: 'Token is accepted without being verified',
  several: ['token checks', 'accept tokens that they should not'],
  severity: 'critical',
  why: 'Anyone who forges a token, or holds one issued for another application, is accepted as the user it names.',
  remedy: 'Verify the signature with the keys of the issuer, and name the algorithms, the issuer and the audience.',
  acceptable: 'Something in front verifies the same token, or the issuer issues tokens for this API only.',
  references: {
    owasp: ['OW2'],
    csa: ['SAS-2'],
    cwe: ['CWE-347', 'CWE-345'],
    peers: ['jwt-decode-without-verify', 'jwt-none-alg', 'unverified-jwt-decode', 'jwt-simple-noverify'],
    links: {
      any: ['https://datatracker.ietf.org/doc/html/rfc8725'],
      aws: [
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html',
        'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html',
      ],
    },
  },

  // Left out: audiences that only the deployment knows, tokens that are decoded beside a verification in the same
  // function, and claims that an authorizer has verified.
  *check({ apis }) {
    for (const api of apis) yield* authorizerProblems(api);
  },

  *inspect(code) {
    for (const fn of code.functions) {
      yield* keptProblems(fn, code.stack);
      // What stands in front has verified the same token.
      const isVerified = code.stack.exposure(fn.function) === 'authenticated';
      yield* flowProblems(
        { ...code, functions: [isShared(fn, code.stack) ? fn : withoutGrants(fn)] },
        {
          dangers: ['token'],
          severity: ({ detail }) => (isVerified && detail === 'decoded' ? 'low' : (severities[detail] ?? 'critical')),
          message: (flow, name) => `${name} ${words(flow)}`,
        },
      );
    }
  },
});

function withoutGrants(fn: FunctionCode): FunctionCode {
  return { ...fn, flows: fn.flows.filter(({ detail }) => detail !== 'everything') };
}

function words({ detail }: ToldFlow): string {
  switch (detail) {
    case 'none':
      return 'accepts tokens without a signature (algorithm none)';
    case 'expired':
      return 'accepts tokens that have expired';
    case 'mixed':
      return 'accepts tokens signed with a shared secret or with a private key, so the public key can serve as the secret';
    case 'algorithms':
      return 'verifies a token without naming the algorithms';
    case 'everything':
      return 'looks at the route but allows every route of the API, for as long as its answer is kept';
    case 'compared':
      return 'compares a secret in time that depends on how much of it is right';
    default:
      return 'decodes a token without verifying it';
  }
}

/** What is not said is critical: whoever writes a token is believed. */
const severities: Readonly<Record<string, Severity>> = {
  expired: 'medium',
  mixed: 'medium',
  algorithms: 'low',
  compared: 'low',
  everything: 'medium',
};
