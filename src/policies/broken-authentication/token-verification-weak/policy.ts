import { definePolicy } from '../../policy.js';
import { authorizerProblems } from './authorizers.js';

export default definePolicy({
  id: 'token-verification-weak',
  several: ['token checks', 'accept tokens that they should not'],
  threat: 'broken-authentication',
  title: 'Tokens are not verified for this API',
  severity: 'medium',
  why: 'A token that the same issuer made for another application is accepted, so whoever can sign in there gets in here.',
  remedy: 'Name the audience that tokens have to be issued for.',
  acceptable: 'The issuer makes tokens for this API alone.',
  references: {
    owasp: ['OW2'],
    cwe: ['CWE-347', 'CWE-345'],
    links: {
      aws: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html'],
      any: ['https://datatracker.ietf.org/doc/html/rfc8725#section-3.9'],
    },
  },

  // Left out: authorizers that are functions, whose code decides, and audiences that only the deployment knows.
  *check({ apis }) {
    for (const api of apis) yield* authorizerProblems(api);
  },
});
