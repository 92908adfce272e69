import { inBranch, when } from '../../../model/setting.js';
import { signedRequests } from '../../close-route.js';
import { definePolicy, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'function-url-open',
  several: ['function URLs', 'accept unauthenticated requests'],
  threat: 'broken-authentication',
  title: 'Function URL accepts unauthenticated requests',
  severity: 'high',
  why: 'Anyone who learns the URL can invoke the function at your cost: no API gateway, authorizer or rate limit stands in front of it.',
  remedy: 'Set the auth type of the URL to `AWS_IAM`.',
  acceptable: 'The function verifies a signature or token itself before it does anything else.',
  references: {
    owasp: ['OW2'],
    csa: ['SAS-2'],
    cwe: ['CWE-306'],
    peers: ['CKV_AWS_258', 'CKV_AWS_301', 'Lambda.1'],
    links: { aws: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'] },
  },

  // Left out: hand-written permissions for URLs, which public-resource-policy judges.
  *check({ urls }) {
    for (const url of urls) {
      const match = when(url.auth, (auth) => auth === 'none');
      if (match === undefined) continue;
      yield {
        about: url,
        at: match.at,
        message: `The function URL of ${url.function ?? url.id} accepts unauthenticated requests${inBranch(match)}.`,
        confidence: match.confidence,
        fix: proposeFix('breaking', match.write('iam'), signedRequests),
      };
    }
  },
});
