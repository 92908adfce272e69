import type { Stack } from '../../../facts/stack.js';
import type { Workflow } from '../../../model/store.js';
import { definePolicy } from '../../definition.js';
import { endlessOrchestrators } from './orchestrators.js';
import { weaknessesOf } from './weaknesses.js';

export default definePolicy({
  id: 'workflow-unguarded',
  several: ['workflows', 'have no timeout, no error handling or no bound on retries'],
  threat: 'coarse-granularity',
  title: 'Workflow has no timeout, error handling or bound',
  severity: 'low',
  fails: 'never',
  why: 'A workflow that hangs or loops costs money until somebody notices, and leaves business actions half done.',
  remedy: 'Set timeouts, catch the errors of steps that act, and bound retries, loops and what runs at once.',
  acceptable: 'The workflow is started by hand and watched, or its steps roll back by themselves.',
  references: {
    csa: ['SAS-9'],
    cwe: ['CWE-835', 'CWE-400'],
    peers: ['CKV_AWS_284', 'CKV_AWS_285'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html',
        'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/durable/durable-functions-eternal-orchestrations'],
      google: ['https://docs.cloud.google.com/workflows/docs/reference/syntax/retrying'],
      any: ['https://github.com/serverlessworkflow/specification/blob/main/dsl-reference.md'],
    },
  },

  // Left out: workflows that only choose and pass on, definitions in other stacks, delays between retries, and orchestrators that
  // wait for anything before they start again.
  *check(stack, { defaults }) {
    const open = startedByAnyone(stack);
    for (const workflow of stack.workflows) {
      const { definition, id } = workflow;
      if (definition === undefined || !definition.steps.some(({ does, waits }) => does === 'task' || waits)) continue;
      for (const { says, ...weakness } of weaknessesOf(definition, defaults.workflowTimeout)) {
        const severity = open.has(id) ? 'medium' : 'low';
        yield { about: workflow, severity, message: `${id} ${says}.`, ...weakness };
      }
    }
  },

  inspect: endlessOrchestrators,
});

/** Workflows that an unauthenticated request starts. */
function startedByAnyone({ routes }: Stack): ReadonlySet<Workflow['id']> {
  const open = routes.filter(({ auth }) => auth.kind === 'known' && auth.value.kind === 'none');
  return new Set(open.flatMap(({ store }) => store ?? []));
}
