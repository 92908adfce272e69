import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';
import { templateProblems } from './mapping-templates.js';

export default definePolicy({
  id: 'event-to-template',
  threat: 'event-injection',
  title: 'Event data becomes template source',
  several: ['templates', 'contain event data'],
  severity: 'high',
  why: 'A template executes the expressions in it, and a quote in a request ends the value that it stands in: the sender runs code in the function, or changes what another service is asked.',
  remedy: 'Keep templates fixed, pass the text as a variable, and escape it where a template makes a request of it.',
  acceptable:
    'The function exists to render templates of its authenticated authors in a sandbox, or callers may send the service behind the gateway what they like.',
  references: {
    owasp: ['OW1'],
    csa: ['SAS-1'],
    cwe: ['CWE-1336', 'CWE-94'],
    peers: ['express-insecure-template-usage'],
    links: { any: ['https://cwe.mitre.org/data/definitions/1336.html', 'https://ejs.co/'] },
  },

  // Left out: what variables of a template of a gateway carry, and templates that hand an event to a function.
  *check({ apis }) {
    for (const api of apis) yield* templateProblems(api);
  },

  inspect: (code) =>
    flowProblems(code, {
      dangers: ['template'],
      severity: () => 'high',
      message: (_, name) => `${name} compiles event data as a template`,
    }),
});
