import { matchesWildcard } from '../../../facts/permissions/wildcard.js';
import type { Stack } from '../../../facts/stack.js';
import type { TrustStatement } from '../../../model/identity.js';
import type { Term } from '../../../model/resource.js';
import type { Edit } from '../../../model/span.js';
import { type Problem, proposeFix } from '../../definition.js';

const assume = 'sts:AssumeRole';

/** Trust policies that let callers do more with a role than assume it: give it tags, say who they are, come by any way. */
export function* trustProblems({ roles }: Stack): Iterable<Problem> {
  for (const role of roles) {
    for (const statement of role.trust) {
      const term = statement.effect === 'allow' ? wildTerm(statement) : undefined;
      if (term === undefined) continue;
      const what = statement.notActions === undefined ? term.text : `everything except ${term.text}`;
      yield {
        about: role,
        at: term.at,
        message: `The trust policy of ${role.id} allows ${what} instead of only ${assume}.`,
        severity: 'low',
        confidence: term.confidence ?? 'high',
        discriminator: `trust ${term.text}`,
        fix: proposeFix('breaking', plainly(statement)),
      };
    }
  }
}

function wildTerm({ actions, notActions }: TrustStatement): Term | undefined {
  return notActions?.terms[0] ?? actions.terms.find(({ text }) => text.includes('*') && matchesWildcard(text, assume));
}

/** Services and accounts assume a role in one way; others come with a token of their own. */
function plainly({ actions, principals, principalsOpen }: TrustStatement): readonly Edit[] | undefined {
  const isPlain = !principalsOpen && principals.every(({ kind }) => kind === 'service' || kind === 'account');
  return isPlain && actions.terms.length === 1 ? actions.write([assume]) : undefined;
}
