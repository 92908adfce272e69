import { createHash } from 'node:crypto';

/** What a finding is, whatever its lines and file: the same before and after a move, a rename or a re-indentation. */
export function fingerprintOf(policy: string, resource: string, discriminator = ''): string {
  return createHash('sha256')
    .update(JSON.stringify([policy, resource, discriminator]))
    .digest('hex')
    .slice(0, 20);
}
