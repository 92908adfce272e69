import type { StackCode } from '../../../code/stack-code.js';
import { narrowToStores } from '../../../facts/permissions/narrowing.js';
import type { HeldPermission } from '../../../facts/permissions/principals.js';
import { type Problem, proposeFix } from '../../definition.js';
import { namedStores } from '../../needed/named-stores.js';
import { listed } from '../../needed/narrowed.js';

/** Stores that are told by name, at most. */
const mostTold = 4;

/** A grant on everything of a service, with the stores that the code of its holders names: the grant is bound to them. */
export function boundToCode(problem: Problem, { role, right }: HeldPermission, code: StackCode): Problem {
  const { grant, service } = right;
  const named = service === undefined ? undefined : namedStores(code, role, service);
  if (grant === undefined || service === undefined || named === undefined) return problem;
  // What stands elsewhere would be lost with a grant on the stores of the stack.
  if (named.others || named.stores.size === 0) return { ...problem, fix: undefined };
  const stores = [...named.stores.keys()];
  const words = [...named.stores].slice(0, mostTold).map(([{ id }, at]) => {
    return `${id} (\`${at.path}\` line ${code.lineOf(at)})`;
  });
  const more = stores.length - words.length;
  const owner = role.users.length > 1 ? 'their' : 'its';
  const told = listed([...words, ...(more > 0 ? [`${more} more`] : [])]);
  return {
    ...problem,
    message: problem.message.replace(/\.$/, `; ${owner} code uses only ${told}.`),
    fix: proposeFix('exact', narrowToStores(grant, service, stores)),
  };
}
