import { flowProblems } from '../../flow-problems.js';
import { definePolicy } from '../../policy.js';

export default definePolicy({
  id: 'event-to-outbound-url',
  threat: 'event-injection',
  title: 'Event data chooses a URL that the function calls',
  several: ['requests', 'take their URL from event data'],
  severity: 'high',
  why: 'The caller makes the function request internal addresses: services inside the network, and endpoints that hand out credentials.',
  remedy: 'Check the protocol and host of the URL against a fixed list, and do not follow redirects.',
  acceptable: 'The function exists to fetch what its callers name, and runs where it reaches nothing else.',
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
      message: (_, name) => `${name} calls an address that its event chooses`,
    }),
});
