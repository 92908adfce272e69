import { flowProblems } from '../../flow-problems.js';
import { definePolicy } from '../../policy.js';

export default definePolicy({
  id: 'event-to-log',
  threat: 'event-injection',
  title: 'Event text is written into a line of a log',
  several: ['lines of logs', 'hold text of an event'],
  severity: 'low',
  why: 'A line break in the text begins a line of its own, which misleads whoever investigates, and alarms that count lines.',
  remedy: 'Log an object with the text as a field, or write JSON lines.',
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
      message: (_, name) => `${name} writes text of its event into a line of its log`,
    }),
});
