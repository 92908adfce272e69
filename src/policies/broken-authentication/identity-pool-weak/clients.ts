import type { PoolClient } from '../../../model/directory.js';
import { inBranch, type Match, when } from '../../../model/setting.js';
import { type Problem, proposeFix } from '../../definition.js';

/** How an app signs people in, where there is a better way. */
export function* clientProblems(client: PoolClient): Iterable<Problem> {
  const of = (match: Match<boolean>, says: string, discriminator: string, severity: 'medium' | 'low'): Problem => {
    const { at, confidence } = match;
    return {
      about: client,
      at,
      confidence,
      severity,
      discriminator,
      message: `${client.id} ${says}${inBranch(match)}.`,
    };
  };
  const passwords = when(client.plainPasswords, (on) => on);
  if (passwords)
    yield of(
      passwords,
      'signs users in with plain passwords (USER_PASSWORD_AUTH) instead of SRP',
      'passwords',
      'medium',
    );
  const implicit = when(client.implicitFlow, (on) => on);
  if (implicit) yield of(implicit, 'allows the implicit flow, which puts tokens in the URL', 'implicit', 'medium');
  if (client.isForMachines) return;
  const hides = when(client.hidesUsers, (on) => !on, { absent: true });
  if (hides) {
    const problem = of(hides, 'reveals whether a user exists', 'existence', 'low');
    yield {
      ...problem,
      fix: proposeFix('breaking', hides.write(true), 'After this edit errors do not say whether a user exists.'),
    };
  }
  const revokes = when(client.revokesTokens, (on) => !on);
  if (revokes) {
    const problem = of(revokes, 'has token revocation turned off', 'revocation', 'low');
    yield { ...problem, fix: proposeFix('exact', revokes.write(true)) };
  }
}
