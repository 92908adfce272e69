import type { ExcessivePermission } from '../../../facts/permissions/permissions.js';
import { calledOf } from '../../../facts/permissions/principals.js';
import type { Stack } from '../../../facts/stack.js';
import { weaker } from '../../../model/confidence.js';
import type { Role } from '../../../model/identity.js';
import { inBranch } from '../../../model/setting.js';
import { definePolicy, type ProposedFix } from '../../definition.js';
import { listed, narrowed, narrowedBy } from '../../needed/narrowed.js';
import { absorbed, absorbedBy } from './absorbed.js';
import { cheapestCut } from './cut.js';
import { entryOf } from './entries.js';
import { pathsThrough } from './hops.js';

export default definePolicy({
  id: 'exposed-power-path',
  several: ['paths', 'lead from an unauthenticated caller to powerful permissions'],
  threat: 'over-privileged-permissions',
  title: 'Unauthenticated callers can reach broad permissions',
  severity: 'critical',
  fails: 'always',
  absorbs: absorbed,
  why: 'Anyone on the internet can invoke the function, and a single flaw in its code or packages gives them its permissions.',
  remedy: 'Require authentication, or reduce the permissions of the function to what its code uses.',
  acceptable: 'The function authenticates its callers itself, and its permissions cannot be narrowed.',
  references: {
    owasp: ['OW2', 'OW5'],
    csa: ['SAS-2', 'SAS-4'],
    cwe: ['CWE-250', 'CWE-306'],
    links: {
      any: ['https://owasp.org/www-project-serverless-top-10/'],
      aws: ['https://docs.aws.amazon.com/lambda/latest/dg/security-iam.html'],
      azure: ['https://learn.microsoft.com/azure/azure-functions/security-concepts'],
      google: ['https://cloud.google.com/run/docs/securing/service-identity'],
      knative: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
    },
  },

  // Left out: entry points and permissions that are not known for certain. A firewall or a key does not cut the path, it weighs less.
  *check(stack) {
    for (const fn of stack.functions) {
      const entry = entryOf(fn, stack);
      if (entry === undefined) continue;
      for (const { end, role, hops } of pathsThrough(fn, stack)) {
        const right = worstOf(role, stack);
        if (right === undefined) continue;
        const steps = [entry.words, fn.id, ...hops, role.generated ? 'its role' : `${calledOf(role)} ${role.id}`];
        yield {
          about: end,
          at: right.at,
          related: [right.at, entry.at],
          message: `${entry.who} can reach ${right.words} through ${end.id}${inBranch(right)}: ${steps.join(' → ')}.`,
          severity: entry.severity,
          confidence: weaker(hops.length > 0 ? 'medium' : 'high', weaker(entry.confidence, right.confidence)),
          discriminator: `${entry.about} ${right.key}`,
          absorbs: hops.length > 0 ? [] : absorbedBy(entry, right, stack),
          fix: cheapestCut(entry, right, stack),
        };
      }
    }
  },
  refine: (problem, code) => {
    const end = code.stack.functions.find(({ id }) => id === problem.about.id);
    const role = end && code.stack.roleOf(end);
    const left = role && narrowedBy(code, role, worstOf(role, code.stack)?.grant);
    if (role === undefined || left === undefined) return problem;
    const told = narrowed(problem, role, left, code);
    return problem.fix && left.enough.length > 0 ? { ...told, fix: withRest(problem.fix, left.enough) } : told;
  },
});

/** Where the way in is closed, the grant stays as it is: what would be enough is said beside. */
function withRest(fix: ProposedFix, enough: readonly string[]): ProposedFix {
  const actions = listed(enough.map((action) => `\`${action}\``));
  const rest = `The grant stays too wide; ${actions} ${enough.length === 1 ? 'is' : 'are'} enough for the code as it is.`;
  return { ...fix, note: fix.note === undefined ? rest : `${fix.note} ${rest}` };
}

function worstOf(role: Role, { permissions }: Stack): ExcessivePermission | undefined {
  return permissions(role).find(({ changes, weight }) => changes && weight !== 'low');
}
