import type { Stack } from '../../../facts/stack.js';
import { when } from '../../../model/setting.js';
import type { Problem } from '../../definition.js';
import { applicationAuthors } from './publishers.data.js';

const arn = /^arn:[^:]{1,40}:serverlessrepo:[^:]{0,80}:(\d{12}):applications[/~]([^:/]{1,140})$/;

/** Applications from accounts that nobody vouches for: what they deploy is as their authors wrote it. */
export function* foreignApplications({ applications = [] }: Stack, trusted: readonly string[]): Iterable<Problem> {
  for (const { owner, address } of applications) {
    const match = when(address, (written) => isForeign(written, trusted));
    const [, account = '', name = ''] = (address.kind === 'known' && arn.exec(address.value)) || [];
    if (match === undefined || account === '') continue;
    const { at, origin } = match;
    yield {
      about: owner,
      at,
      ...(origin && { origin }),
      severity: 'medium',
      confidence: 'medium',
      discriminator: 'application',
      message: `${owner.id} deploys the application ${name} of account ${account}, whose owner is not known.`,
      advice:
        'Deploy a copy of its template from your own repository, or add the account to `trust.layerPublishers` in the settings.',
    };
  }
}

function isForeign(address: string, trusted: readonly string[]): boolean {
  const [, account, name] = arn.exec(address) ?? [];
  if (account === undefined || name === undefined || trusted.includes(account)) return false;
  return !applicationAuthors.some(
    ({ accounts, prefixes }) => accounts.includes(account) && prefixes.some((prefix) => name.startsWith(prefix)),
  );
}
