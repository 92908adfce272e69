import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

export default definePolicy({
  id: 'event-to-file-path',
  threat: 'event-injection',
  title: 'Event data is used as a file path',
  several: ['file operations', 'take their path from event data'],
  severity: 'high',
  why: 'A name that contains `../` can read code and secrets packaged with the function, or overwrite files that later invocations use.',
  remedy:
    'Use only the base name (`path.basename`), or resolve the path and check that it stays inside the intended folder.',
  acceptable: 'The names come only from events that the same team writes.',
  references: {
    owasp: ['OW1'],
    csa: ['SAS-1', 'SAS-12'],
    cwe: ['CWE-22', 'CWE-73'],
    peers: ['path-join-resolve-traversal'],
    links: { any: ['https://nodejs.org/api/path.html', 'https://cwe.mitre.org/data/definitions/22.html'] },
  },

  inspect: (code) =>
    flowProblems(code, {
      dangers: ['path'],
      severity: () => 'high',
      message: (_, name) => `${name} uses event data as a file path`,
    }),
});
