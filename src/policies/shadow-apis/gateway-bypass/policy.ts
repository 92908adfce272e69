import { definePolicy } from '../../policy.js';
import { openEndpoints } from './endpoints.js';
import { sideEntryPoints } from './side-doors.js';

export default definePolicy({
  id: 'gateway-bypass',
  several: ['entry points', 'bypass the protected front'],
  threat: 'shadow-apis',
  title: 'A second door avoids the protected front',
  severity: 'high',
  why: 'Authentication, firewall, throttling and logs of the front do not apply to who comes through the side door.',
  remedy: 'Close the second way in, or give it the same protection as the front.',
  acceptable: 'The second way is for callers who are authenticated in the code, and is monitored like the front.',
  references: {
    cwe: ['CWE-288', 'CWE-424'],
    links: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-disable-default-endpoint.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    ],
  },

  // Left out: health checks and preflights, other routes of the same API, APIs without a domain of their own.
  *check(stack) {
    yield* sideEntryPoints(stack);
    yield* openEndpoints(stack);
  },
});
