import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

export default definePolicy({
  id: 'event-to-log',
  threat: 'event-injection',
  title: 'Event data is written into a log line',
  several: ['lines of logs', 'hold text of an event'],
  severity: 'low',
  why: 'A line break in the data starts a forged log line, which misleads investigators and alarms that count lines.',
  remedy: 'Log an object with the data as a field, or write JSON lines.',
  acceptable: 'The log is written as JSON, one object for each line.',
  references: {
    owasp: ['OW1'],
    csa: ['SAS-1'],
    cwe: ['CWE-117'],
    links: {
      any: ['https://cwe.mitre.org/data/definitions/117.html'],
      aws: ['https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html'],
    },
  },

  inspect: (code) =>
    flowProblems(code, {
      dangers: ['log line'],
      severity: () => 'low',
      message: (_, name) => `${name} writes event data into a log line`,
    }),
});
