import type { ToldFlow } from '../../../code/stack-code.js';
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
    cwe: ['CWE-79', 'CWE-601', 'CWE-113'],
    peers: ['tainted-html-response', 'tainted-html-string'],
    links: {
      any: ['https://cwe.mitre.org/data/definitions/79.html', 'https://cwe.mitre.org/data/definitions/601.html'],
    },
  },

  // Left out: headers that a framework sets: Node's http and Werkzeug refuse line breaks in them.
  inspect: (code) =>
    flowProblems(code, {
      dangers: ['html', 'redirect', 'header'],
      severity: ({ danger }) => (danger === 'header' ? 'low' : 'medium'),
      message: words,
    }),
});

function words({ danger, sink }: ToldFlow, name: string): string {
  if (danger === 'header') return `${name} puts event data into the header \`${sink.text}\` with its line breaks`;
  return danger === 'redirect' ? `${name} redirects to an address of its event` : `${name} returns event data as HTML`;
}
