import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

export default definePolicy({
  id: 'event-to-unsafe-parser',
  threat: 'event-injection',
  title: 'Event data is deserialised or parsed unsafely',
  several: ['calls', 'parse event data unsafely'],
  severity: 'critical',
  why: 'Unsafe deserialisation runs the sender’s code, external entities read local files, and a deep merge can pollute the prototype of every object.',
  remedy:
    'Parse with `JSON.parse` and a schema, disable external entities, and copy named fields instead of merging objects.',
  acceptable: 'The text is written by the same team and nobody else can change it on its way.',
  references: {
    owasp: ['OW4', 'OW8'],
    csa: ['SAS-1'],
    cwe: ['CWE-502', 'CWE-611', 'CWE-1321'],
    peers: ['tainted-pickle-deserialization', 'avoid-pyyaml-load'],
    links: {
      any: ['https://cwe.mitre.org/data/definitions/502.html', 'https://cwe.mitre.org/data/definitions/611.html'],
    },
  },

  inspect: (code) =>
    flowProblems(code, {
      dangers: ['deserialise', 'xml', 'merge'],
      severity: ({ danger }) => (danger === 'deserialise' ? 'critical' : danger === 'xml' ? 'high' : 'medium'),
      message: ({ danger }, name) =>
        danger === 'merge'
          ? `${name} deep-merges an object from the event`
          : `${name} passes event data to an unsafe parser`,
    }),
});
