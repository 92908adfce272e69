import type { FunctionForm, Statement } from './form.js';
import { walkForm } from './walking.js';

/** The decisions in a function and in those that stand in it, and one: ways through it that have to be thought of. */
export function complexityOf({ body, at }: FunctionForm): number {
  let found = 1 + decisionsIn(body);
  walkForm(
    { path: at.path, body, exports: [], passedOn: [], modules: [] },
    {
      expression: (one) => {
        if (one.kind === 'function') found += decisionsIn(one.function.body);
        if (one.kind === 'choice' && one.test !== undefined) found += 1;
        if (one.kind === 'all' || one.kind === 'any') found += one.operands.length - 1;
      },
    },
  );
  return found;
}

function decisionsIn(statements: readonly Statement[]): number {
  let found = 0;
  const waiting = [...statements];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one.kind === 'branch' || one.kind === 'loop') found += 1;
    if (one.kind === 'branch') waiting.push(...one.met, ...one.otherwise);
    if (one.kind === 'loop') waiting.push(...one.body);
    if (one.kind === 'try') {
      if (one.handler.length > 0) found += 1;
      waiting.push(...one.body, ...one.handler, ...one.last);
    }
  }
  return found;
}
