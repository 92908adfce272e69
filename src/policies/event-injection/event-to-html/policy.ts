import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

export default definePolicy({
  id: 'event-to-html',
  threat: 'event-injection',
  title: 'Event data is returned as HTML',
  several: ['responses', 'return event data as HTML'],
  severity: 'medium',
  why: 'A link sent by an attacker can run script in the origin of the API, with its cookies and tokens, or redirect to another site.',
  remedy: 'Escape the text before it becomes part of a page, and allow redirects only to a fixed list of URLs.',
  acceptable: 'The page is shown to nobody but its author.',
  references: {
    owasp: ['OW7'],
    csa: ['SAS-1'],
    cwe: ['CWE-79', 'CWE-601'],
    peers: ['tainted-html-response', 'tainted-html-string'],
    links: {
      any: ['https://cwe.mitre.org/data/definitions/79.html', 'https://cwe.mitre.org/data/definitions/601.html'],
    },
  },

  inspect: (code) =>
    flowProblems(code, {
      dangers: ['html', 'redirect'],
      severity: () => 'medium',
      message: ({ danger }, name) =>
        danger === 'redirect' ? `${name} redirects to an address of its event` : `${name} returns event data as HTML`,
    }),
});
