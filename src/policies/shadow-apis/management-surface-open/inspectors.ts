import type { Stack } from '../../../facts/stack.js';
import { inBranch, when } from '../../../model/setting.js';
import type { Problem } from '../../definition.js';

/** Variables that make a runtime listen for a debugger, and how. */
const listening: ReadonlyMap<string, RegExp> = new Map([
  ['NODE_OPTIONS', /--inspect(?:-brk|-wait)?(?:[=\s]|$)/],
  ['JAVA_TOOL_OPTIONS', /-agentlib:jdwp|-Xrunjdwp/],
  ['JAVA_OPTS', /-agentlib:jdwp|-Xrunjdwp/],
]);

/** Functions that start with a debugger. */
export function* inspectors({ functions }: Stack): Generator<Problem> {
  for (const fn of functions) {
    for (const { name, value } of fn.environment) {
      const pattern = listening.get(name);
      const match = pattern && when(value, (text) => pattern.test(text));
      if (match === undefined) continue;
      yield {
        about: fn,
        at: match.at,
        discriminator: name,
        message: `${fn.id} starts with a debugger listening for connections (\`${name}\`)${inBranch(match)}.`,
        severity: 'low',
        confidence: match.confidence,
        advice: `Remove the debugger's option from ${name} wherever this is deployed.`,
      };
    }
  }
}
