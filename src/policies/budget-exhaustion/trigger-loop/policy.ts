import { when } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../policy.js';
import { loopsOf } from './loops.js';
import { loopProblem } from './wording.js';

export default definePolicy({
  id: 'trigger-loop',
  several: ['functions', 'can trigger themselves'],
  threat: 'budget-exhaustion',
  title: 'Function may write to what triggers it',
  severity: 'high',
  why: 'One event then multiplies for ever and runs up a bill of thousands within hours.',
  remedy:
    'Write to another place than the one that triggers the function, or take away the grant that it does not need.',
  acceptable:
    'The code stops by itself: it marks what it has written, counts attempts, or only touches what does not trigger.',
  references: {
    csa: ['SAS-8'],
    cwe: ['CWE-674', 'CWE-835', 'CWE-400'],
    links: [
      'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html',
    ],
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
        message: `${fn.id} has AWS's guard against loops switched off.`,
        severity: 'medium',
        confidence: off.confidence,
        fix: proposeFix('exact', off.write('terminate')),
      };
    }
  },
});
