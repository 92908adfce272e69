import { definePolicy } from '../../definition.js';
import { extraStages } from './extra-stages.js';
import { widePermissions } from './permissions.js';
import { leftoverStages } from './stages.js';
import { testCalls } from './test-calls.js';

export default definePolicy({
  id: 'stage-wildcard',
  several: ['permissions or stages', 'cover more than the released stage'],
  threat: 'shadow-apis',
  title: 'More stages than the released one can invoke the function',
  severity: 'low',
  strictOnly: true,
  why: 'Callers of test stages and unreleased methods can invoke production code, often without its authentication and limits.',
  remedy: 'Limit the permission to the released stage, and remove stages that are not in use.',
  acceptable: 'Every stage of the API is released and monitored in the same way.',
  references: {
    csa: ['SAS-11'],
    cwe: ['CWE-732'],
    peers: ['public_lambda_via_api_gateway'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html',
        'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html',
      ],
    },
  },

  // Left out: permissions that frameworks generate, which name every stage by design.
  *check(stack) {
    yield* widePermissions(stack);
    yield* leftoverStages(stack);
    yield* extraStages(stack);
    yield* testCalls(stack);
  },
});
