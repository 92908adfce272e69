import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

export default definePolicy({
  id: 'event-to-sql',
  threat: 'event-injection',
  title: 'Event data is concatenated into SQL',
  several: ['queries', 'contain event data'],
  severity: 'critical',
  why: 'Whoever sends the event can read or change everything that the database user can.',
  remedy: 'Bind values as parameters of the statement, and take table and column names from a fixed list.',
  acceptable: 'The text comes only from events that the same team writes.',
  references: {
    owasp: ['OW1'],
    csa: ['SAS-1'],
    cwe: ['CWE-89'],
    peers: ['pg-sqli', 'mysql-sqli', 'knex-sqli', 'tainted-sql-string'],
    links: { any: ['https://node-postgres.com/features/queries', 'https://cwe.mitre.org/data/definitions/89.html'] },
  },

  inspect: (code) =>
    flowProblems(code, {
      dangers: ['sql'],
      severity: () => 'critical',
      message: (_, name) => `${name} builds an SQL statement from event data`,
    }),
});
