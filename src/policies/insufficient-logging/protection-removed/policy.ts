import { definePolicy } from '../../definition.js';
import { lostBudgets, lostDenials, lostOfApis, lostOfFunctions, lostOfRoutes, lostOfStores } from './protections.js';

export default definePolicy({
  id: 'protection-removed',
  several: ['protections', 'are removed by this change'],
  threat: 'insufficient-logging',
  title: 'This change removes a protection',
  severity: 'medium',
  absorbs: [
    'api-throttling-missing',
    'concurrency-unbounded',
    'encryption-disabled',
    'request-validation-missing',
    'waf-missing',
    'internal-api-public',
  ],
  why: 'What the protection prevented is possible again, and both careless changes and attackers remove protections unnoticed.',
  remedy: 'Restore the protection, or suppress the finding and say what takes its place.',
  acceptable: 'Another stack, or something in front of this one, now provides the same protection.',
  references: {
    owasp: ['OW6'],
    csa: ['SAS-3', 'SAS-8'],
    cwe: ['CWE-693'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html',
        'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
        'https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/event-driven-scaling'],
      google: ['https://cloud.google.com/run/docs/securing/ingress'],
      knative: ['https://knative.dev/docs/serving/autoscaling/scale-bounds/'],
    },
  },

  // Left out: what goes together with the thing that it protected, authentication, and evidence, which other policies tell.
  *compare(base, head) {
    yield* lostOfApis(base, head);
    yield* lostOfRoutes(base, head);
    yield* lostOfFunctions(base, head);
    yield* lostOfStores(base, head);
    yield* lostDenials(base, head);
    yield* lostBudgets(base, head);
  },
});
