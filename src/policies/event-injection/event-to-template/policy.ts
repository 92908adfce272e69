import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';
import { templateProblems } from './mapping-templates.js';

export default definePolicy({
  id: 'event-to-template',
  threat: 'event-injection',
  title: 'Event data becomes template source',
  several: ['templates', 'contain event data'],
  severity: 'high',
  why: "Engines execute expressions in a template (template injection), and a request written from unescaped text takes on fields of the sender's own.",
  remedy: 'Keep templates fixed, and pass the text as a variable; escape what a gateway writes into a request.',
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
