import { isAnyone } from '../../../facts/exposure/outsiders.js';
import { isPinned } from '../../../facts/exposure/pinning.js';
import { collide } from '../../../findings/edits.js';
import type { Severity } from '../../../findings/severity.js';
import type { ResourcePolicy } from '../../../model/identity.js';
import { inBranch, type Match, when } from '../../../model/setting.js';
import type { Edit } from '../../../model/span.js';
import type { PublicAccess, Store } from '../../../model/store.js';
import { type Problem, proposeFix } from '../../definition.js';

export const note = 'After this edit unauthenticated callers can no longer access it.';

/** True if the platform's guards are on, so that public ACLs and statements have no effect. */
export function isGuarded({ publicAccess }: Store): boolean {
  return publicAccess !== undefined && when(publicAccess.blocked, (blocked) => blocked) !== undefined;
}

/** What is wrong with a bucket's own access settings, the worst first. */
export function bucketProblem(
  store: Store,
  policies: readonly ResourcePolicy[],
  open: readonly ResourcePolicy[],
): Problem | undefined {
  const access = store.publicAccess;
  if (access === undefined || isGuarded(store)) return undefined;
  const isOpen = open.some(({ target }) => target === store.id);
  const worst = publicAcl(access) ?? guardsOff(access) ?? (isOpen ? undefined : guardsMissing(store, access, policies));
  if (worst === undefined) return undefined;
  const { match, severity, says } = worst;
  return {
    about: store,
    at: match.at,
    severity,
    confidence: match.confidence,
    message: `${kindOf(store)} ${store.id} ${says}${inBranch(match)}.`,
    fix: isOpen || match.branch !== undefined ? undefined : proposeFix('breaking', closed(access), note),
  };
}

/** What its cloud calls it. */
function kindOf({ service, type }: Store): string {
  if (service === 's3' || /bucket/i.test(type)) return 'Bucket';
  return /container/i.test(type) ? 'Container' : 'Storage account';
}

interface Worst {
  readonly match: Match<never>;
  readonly severity: Severity;
  readonly says: string;
}

function publicAcl(access: PublicAccess): Worst | undefined {
  if (access.ignores?.acls === true) return undefined;
  const writable = when(access.acl, (level) => level === 'write');
  if (writable) return { match: writable, severity: 'critical', says: 'is writable by anyone' };
  const readable = when(access.acl, (level) => level === 'read');
  return readable && { match: readable, ...readableBy(access, 'is readable by anyone') };
}

/** What a bucket that is set up as a website shows is meant to be read: the rest of it is read with it. */
export function readableBy(access: PublicAccess | undefined, says: string): Pick<Worst, 'severity' | 'says'> {
  const isWebsite = access !== undefined && when(access.website, (on) => on) !== undefined;
  return isWebsite ? { severity: 'medium', says: `${says}, as a website` } : { severity: 'high', says };
}

function guardsOff({ blocked }: PublicAccess): Worst | undefined {
  const match = when(blocked, (on) => !on);
  return match && { match, severity: 'medium', says: 'does not block public access' };
}

/** New buckets are guarded by default, so this matters only where a statement says little of who is let in. */
function guardsMissing(
  store: Store,
  { blocked }: PublicAccess,
  policies: readonly ResourcePolicy[],
): Worst | undefined {
  const isShared = policies.some((policy) => policy.target === store.id && mayBePublic(policy));
  const match = isShared ? when(blocked, () => false, { absent: true }) : undefined;
  return match && { match, severity: 'low', says: 'grants access through its policy and does not block public access' };
}

/** The guards keep nobody out whom a statement names, nor callers that it pins to a source. */
function mayBePublic(policy: ResourcePolicy): boolean {
  return (
    policy.effect === 'allow' && !isPinned(policy) && (policy.exceptPrincipals || policy.principals.some(isAnyone))
  );
}

/** Switches on every guard and takes back a public ACL: both or nothing. */
function closed({ acl, blocked }: PublicAccess): readonly Edit[] | undefined {
  const guard = when(blocked, (on) => !on, { absent: true })?.write(true);
  const open = when(acl, (level) => level !== 'private');
  if (open === undefined) return guard;
  const ways = [open.remove?.(), open.write('private')].flatMap((withdrawn) =>
    guard && withdrawn ? [[...guard, ...withdrawn]] : [],
  );
  return ways.find((edits) => !collide(edits)) ?? ways[0];
}
