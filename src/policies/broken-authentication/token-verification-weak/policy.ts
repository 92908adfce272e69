import type { ToldFlow } from '../../../code/stack-code.js';
import { flowProblems } from '../../flow-problems.js';
import { definePolicy } from '../../policy.js';

export default definePolicy({
  id: 'token-verification-weak',
  threat: 'broken-authentication',
  title: 'Token is read without being verified',
  several: ['tokens', 'are not verified'],
  severity: 'critical',
  why: 'Anyone can write such a token, and be whoever it says.',
  remedy: 'Verify the signature with the keys of the issuer, and name the algorithms, the issuer and the audience.',
  acceptable: 'An authorizer in front of the function verifies the same token.',
  references: {
    owasp: ['OW2'],
    csa: ['SAS-2'],
    cwe: ['CWE-347', 'CWE-345'],
    peers: ['jwt-decode-without-verify', 'jwt-none-alg', 'unverified-jwt-decode', 'jwt-simple-noverify'],
    links: {
      any: ['https://datatracker.ietf.org/doc/html/rfc8725'],
      aws: [
        'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html',
      ],
    },
  },

  // Left out: tokens that are decoded beside a verification in the same function, and claims that an authorizer has verified.
  inspect: (code) =>
    flowProblems(code, {
      dangers: ['token'],
      severity: ({ detail }) => (detail === 'expired' ? 'medium' : 'critical'),
      message: (flow, name) => `${name} ${words(flow)}`,
    }),
});

function words({ detail }: ToldFlow): string {
  switch (detail) {
    case 'none':
      return 'accepts tokens without a signature (algorithm none)';
    case 'expired':
      return 'accepts tokens that have expired';
    default:
      return 'decodes a token and verifies none';
  }
}
