import { when } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../definition.js';
import { loopsOf } from './loops.js';
import { provenBy } from './proof.js';
import { loopKey, loopProblem } from './wording.js';

export default definePolicy({
  id: 'trigger-loop',
  several: ['functions', 'can trigger themselves'],
  threat: 'budget-exhaustion',
  title: 'Function can trigger itself',
  severity: 'high',
  why: 'One event can start an endless loop of invocations and run up a large bill within hours.',
  remedy: 'Write to a resource that does not trigger the function, or remove the grant if the code does not need it.',
  acceptable:
    'The code stops the loop: it marks what it has written, counts attempts, or writes only what does not match the trigger.',
  references: {
    csa: ['SAS-8'],
    cwe: ['CWE-674', 'CWE-835', 'CWE-400'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html',
        'https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-blob-trigger'],
      google: ['https://cloud.google.com/functions/docs/bestpractices/tips'],
      knative: ['https://knative.dev/docs/eventing/brokers/'],
    },
  },

  // Left out: grants of shared roles and on everything, filtered streams and queues, events whose source is not known.
  *check(stack) {
    for (const loop of loopsOf(stack)) yield loopProblem(loop, stack);
    for (const fn of stack.functions) {
      const off = when(fn.recursiveLoop, (guard) => guard === 'allow');
      if (off === undefined) continue;
      yield {
        about: fn,
        at: off.at,
        discriminator: 'guard-off',
        message: `Recursive loop detection is turned off for ${fn.id}.`,
        severity: 'medium',
        confidence: off.confidence,
        fix: proposeFix('exact', off.write('terminate')),
      };
    }
  },
  refine: (problem, code) => {
    const loop = loopsOf(code.stack).find(
      (one) => one.functions[0]?.id === problem.about.id && loopKey(one) === problem.discriminator,
    );
    return loop ? provenBy(problem, loop, code) : problem;
  },
});
