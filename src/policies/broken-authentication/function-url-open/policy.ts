import { inBranch, when } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../policy.js';

export default definePolicy({
  id: 'function-url-open',
  several: ['function URLs', 'accept unauthenticated requests'],
  threat: 'broken-authentication',
  title: 'Function URL is open to anyone',
  severity: 'high',
  why: 'The address leads around every gateway, so nothing authenticates, throttles or filters who runs the function at your cost.',
  remedy: 'Let the URL accept signed requests only.',
  acceptable: 'The function itself verifies a signature or token before it does anything else.',
  references: {
    owasp: ['OW2'],
    csa: ['SAS-2'],
    cwe: ['CWE-306'],
    peers: ['CKV_AWS_258', 'CKV_AWS_301', 'Lambda.1'],
    links: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  },

  // Left out: hand-written permissions for URLs, which public-resource-policy judges.
  *check({ urls }) {
    for (const url of urls) {
      const match = when(url.auth, (auth) => auth === 'none');
      if (match === undefined) continue;
      yield {
        about: url,
        at: match.at,
        message: `The URL of ${url.function ?? url.id} lets anyone on the internet run it${inBranch(match)}.`,
        confidence: match.confidence,
        fix: proposeFix(
          'breaking',
          match.write('iam'),
          'Callers then have to sign their requests with AWS credentials.',
        ),
      };
    }
  },
});
