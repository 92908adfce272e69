import type { Notice } from '../findings/notice.js';
import type { Elsewhere, NotOurs } from '../frameworks/framework.js';

/** How the look at one entry ended: it is a stack, read or told to be unread; is read with others; or is none, for a reason. */
export type Ending = { readonly kind: 'stack' } | Elsewhere | NotOurs;

/** The entries that were to be looked into, fixed before anything is read, and how each of them ended so far. */
export interface Account {
  readonly entries: readonly string[];
  readonly endings: ReadonlyMap<string, Ending>;
}

/** The entries of an account that were never looked into to the end, each as a notice. */
export function unfinished({ entries, endings }: Account): readonly Notice[] {
  return entries
    .filter((entry) => !endings.has(entry))
    .map((entry) => unreadEntry(entry, 'More files belong to this stack than are followed; it was not reviewed.'));
}

/** Entries that are said to be read with other stacks, of which none was read, each as a notice. */
export function orphans(account: Account, among: readonly string[]): readonly Notice[] {
  return among.flatMap((entry) => {
    const ending = account.endings.get(entry);
    if (ending?.kind !== 'elsewhere' || isReadWithOthers(ending, account)) return [];
    return [unreadEntry(entry, `This belongs to ${namesOf(ending)}, which was not read; it was not reviewed.`)];
  });
}

/** The other stacks, looked for from these entries on, into which nobody looked yet. */
export function missingReaders({ endings }: Account, among: readonly string[]): readonly string[] {
  const missing = new Set<string>();
  const seen = new Set<string>();
  const waiting = [...among];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (seen.has(entry)) continue;
    seen.add(entry);
    const ending = endings.get(entry);
    if (ending === undefined) missing.add(entry);
    else if (ending.kind === 'elsewhere') waiting.push(...ending.by);
  }
  return [...missing];
}

function isReadWithOthers(ending: Elsewhere, { endings }: Account): boolean {
  const seen = new Set<string>();
  const waiting = [...ending.by];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const other = endings.get(entry);
    if (other?.kind === 'stack') return true;
    if (other?.kind === 'elsewhere' && !seen.has(entry)) waiting.push(...other.by);
    seen.add(entry);
  }
  return false;
}

const mostNamed = 3;

function namesOf({ by }: Elsewhere): string {
  const named = by.slice(0, mostNamed).map((one) => (one === '.' ? 'the root folder' : one));
  return by.length > mostNamed ? `${named.join(', ')} and others` : named.join(', ');
}

function unreadEntry(path: string, message: string): Notice {
  return { path, message, kind: 'unread' };
}
