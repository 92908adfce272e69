import { definePolicy } from '../../definition.js';
import { openEndpoints } from './endpoints.js';
import { sideEntryPoints } from './side-doors.js';

export default definePolicy({
  id: 'gateway-bypass',
  several: ['entry points', 'bypass the protected front'],
  threat: 'shadow-apis',
  title: 'Second entry point bypasses the protected one',
  severity: 'high',
  why: 'Callers of the second entry point are not subject to the authentication, firewall, rate limits and logs of the protected one.',
  remedy: 'Close the second entry point, or protect it in the same way.',
  acceptable: 'The code authenticates callers of the second entry point, and it is monitored like the protected one.',
  references: {
    cwe: ['CWE-288', 'CWE-424'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-disable-default-endpoint.html',
        'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
      ],
      azure: ['https://learn.microsoft.com/azure/app-service/app-service-ip-restrictions'],
      google: ['https://cloud.google.com/run/docs/securing/ingress'],
    },
  },

  // Left out: health checks and preflights, other routes of the same API, APIs without a domain of their own.
  *check(stack) {
    yield* sideEntryPoints(stack);
    yield* openEndpoints(stack);
  },
});
