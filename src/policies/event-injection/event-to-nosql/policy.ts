import type { ToldFlow } from '../../../code/stack-code.js';
import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

export default definePolicy({
  id: 'event-to-nosql',
  threat: 'event-injection',
  title: 'Event object becomes a NoSQL query or item',
  several: ['calls', 'use an event object as a NoSQL query or item'],
  severity: 'high',
  why: 'Operators such as `{"$ne": null}` match every record, and storing a whole body lets the caller set the owner, the role or the price.',
  remedy:
    'Pick named fields from the event and convert them to strings or numbers before use; bind values as parameters, and take names of fields from a fixed list.',
  acceptable: 'The event is written by the same team, or what is stored is only shown to its sender.',
  references: {
    owasp: ['OW1'],
    csa: ['SAS-1'],
    cwe: ['CWE-943', 'CWE-915'],
    peers: ['dynamodb-request-object', 'dynamodb-filter-injection'],
    links: {
      any: [
        'https://cwe.mitre.org/data/definitions/943.html',
        'https://www.mongodb.com/docs/manual/reference/operator/query/',
      ],
    },
  },

  inspect: (code) =>
    flowProblems(code, {
      dangers: ['query', 'item'],
      severity: ({ danger, detail }) => (danger === 'item' || detail === 'field' ? 'medium' : 'high'),
      message: (flow, name) => `${name} ${words(flow)}`,
    }),
});

function words({ danger, detail }: ToldFlow): string {
  if (danger === 'item') return 'stores an object from the event unchanged';
  switch (detail) {
    case 'PartiQL':
      return 'builds a PartiQL statement from event data';
    case 'expression':
      return 'builds an expression of DynamoDB from event data';
    case 'field':
      return 'lets event data name the field of a query';
    default:
      return 'queries with an object from the event';
  }
}
