import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

export default definePolicy({
  id: 'event-to-code-eval',
  threat: 'event-injection',
  title: 'Event data is executed as code',
  several: ['calls', 'execute event data as code'],
  severity: 'critical',
  why: 'A crafted event runs arbitrary code with the permissions of the function and can read its credentials from the environment.',
  remedy: 'Parse data with `JSON.parse`, and select functions by name from a fixed table.',
  acceptable: 'The text is written by the same team, and nobody else can send such events.',
  references: {
    owasp: ['OW1'],
    csa: ['SAS-1'],
    cwe: ['CWE-95', 'CWE-94'],
    peers: ['tainted-eval', 'vm-runincontext-injection', 'tainted-code-exec'],
    links: { any: ['https://cwe.mitre.org/data/definitions/95.html', 'https://nodejs.org/api/vm.html'] },
  },

  inspect: (code) =>
    flowProblems(code, {
      dangers: ['code'],
      severity: () => 'critical',
      message: (_, name) => `${name} executes event data as code`,
    }),
});
