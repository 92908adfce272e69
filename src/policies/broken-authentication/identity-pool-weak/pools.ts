import type { Stack } from '../../../facts/stack.js';
import type { Directory, IdentityPool, UserPool } from '../../../model/directory.js';
import { inBranch, when } from '../../../model/setting.js';
import { type Problem, proposeFix } from '../../definition.js';

/** Guests with credentials: worse, if their role is more than minimal. */
export function* guestProblems(pool: IdentityPool, { roles, permissions }: Stack): Iterable<Problem> {
  const match = when(pool.guests, (on) => on);
  if (match === undefined) return;
  const role = roles.find(({ id }) => id === pool.guestRole);
  const isStrong = role !== undefined && permissions(role).some(({ kind }) => kind !== 'wide-action');
  const also = isStrong ? `, and their role ${role.id} has wide permissions` : '';
  yield {
    about: pool,
    at: match.at,
    severity: isStrong && match.confidence === 'high' ? 'high' : 'medium',
    confidence: match.confidence,
    discriminator: 'guests',
    message: `${pool.id} gives AWS credentials to guests who have not signed in${also}${inBranch(match)}.`,
    fix: proposeFix('breaking', match.write(false), 'After this edit only people who have signed in get credentials.'),
  };
}

/** No second factor, and short passwords. */
export function* poolProblems(pool: UserPool, directories: readonly Directory[]): Iterable<Problem> {
  const clients = directories.flatMap((one) => (one.kind === 'pool-client' && one.pool === pool.id ? [one] : []));
  const isForMachines = clients.length > 0 && clients.every((client) => client.isForMachines);
  const factor = isForMachines ? undefined : when(pool.secondFactor, (word) => word === 'off', { absent: true });
  if (factor !== undefined) {
    yield {
      about: pool,
      at: factor.at,
      confidence: factor.confidence,
      discriminator: 'mfa',
      message: `${pool.id} offers no second factor (MFA)${inBranch(factor)}.`,
      fix: proposeFix(
        'breaking',
        factor.write('optional'),
        'After this edit users can add a second factor to their account.',
      ),
    };
  }
  const length = when(pool.leastPassword, (least) => least < shortest);
  if (length === undefined) return;
  yield {
    about: pool,
    at: length.at,
    confidence: length.confidence,
    discriminator: 'password',
    message: `${pool.id} accepts passwords of fewer than ${shortest} characters${inBranch(length)}.`,
    fix: proposeFix('breaking', length.write(shortest), 'After this edit new passwords are longer.'),
  };
}

const shortest = 8;
