import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

export default definePolicy({
  id: 'event-to-outbound-url',
  threat: 'event-injection',
  title: 'Event data chooses the URL of a request',
  several: ['requests', 'take their URL from event data'],
  severity: 'high',
  why: 'The caller can make the function send requests to internal services and to metadata endpoints that return credentials (SSRF).',
  remedy: 'Check the protocol and host of the URL against a fixed list, and do not follow redirects.',
  acceptable:
    'The function exists to fetch URLs for its callers, and nothing internal is reachable from where it runs.',
  references: {
    owasp: ['OW1'],
    csa: ['SAS-1'],
    cwe: ['CWE-918'],
    peers: ['express-ssrf', 'tainted-url-host'],
    links: {
      any: [
        'https://owasp.org/Top10/A10_2021-Server-Side_Request_Forgery_%28SSRF%29/',
        'https://cwe.mitre.org/data/definitions/918.html',
      ],
    },
  },

  inspect: (code) =>
    flowProblems(code, {
      dangers: ['url'],
      severity: () => 'high',
      message: (_, name) => `${name} sends a request to a URL from the event`,
    }),
});
