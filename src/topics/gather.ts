import type { Placed, Threat } from '../findings/finding.js';
import type { Profile } from '../findings/outcome.js';
import { severities } from '../findings/severity.js';
import { byUrgency, isTold, mayLead } from './order.js';
import type { Group } from './topic.js';

/**
 * Findings in groups, each to be told as one: the worst leads; with it go its like in the same file, and what else was
 * caused on the same things. No policy is in two groups of one file. What nothing leads is left out.
 */
export function gather(findings: readonly Placed[], pathOf: (finding: Placed) => string, profile: Profile) {
  const byPath = new Map<string, Placed[]>();
  for (const finding of findings.filter((one) => isTold(one, profile))) {
    const path = pathOf(finding);
    byPath.set(path, [...(byPath.get(path) ?? []), finding]);
  }
  return [...byPath.values()].flatMap((own) => gatherFile(own, profile));
}

function gatherFile(findings: readonly Placed[], profile: Profile): readonly Group[] {
  const groups: Group[] = [];
  let waiting = [...findings].sort(byUrgency);
  for (;;) {
    const lead = waiting.find((finding) => mayLead(finding, profile));
    if (lead === undefined) return groups;
    const policies = policiesWith(lead, waiting);
    const members = waiting.filter(({ policy }) => policies.has(policy));
    const alike = members.filter((one) => one.policy === lead.policy && one !== lead);
    groups.push([lead, ...alike, ...members.filter(({ policy }) => policy !== lead.policy)]);
    waiting = waiting.filter(({ policy }) => !policies.has(policy));
  }
}

/** The policies told with a lead: its own, and those whose worst problem is about the same things or on the same lines. */
function policiesWith(lead: Placed, waiting: readonly Placed[]): ReadonlySet<string> {
  const leads = waiting.filter(({ policy }) => policy === lead.policy);
  const things = new Set(leads.map(({ thing }) => thing.id));
  const policies = new Set([lead.policy]);
  for (const policy of new Set(waiting.map((one) => one.policy))) {
    const own = waiting.filter((one) => one.policy === policy);
    const worst = Math.max(...own.map(weightOf));
    if (own.some((one) => weightOf(one) === worst && (goesWith(one, things) || touches(one, leads))))
      policies.add(policy);
  }
  return policies;
}

/** Lines from the first one of a finding that count as its place. */
const nearLines = 10;

function touches(finding: Placed, others: readonly Placed[]): boolean {
  const lastOf = ({ start, end }: Placed) => Math.min(end.line, start.line + nearLines - 1);
  return others.some(
    (other) =>
      other.side === finding.side && finding.start.line <= lastOf(other) && other.start.line <= lastOf(finding),
  );
}

function weightOf({ severity }: Placed): number {
  return severities.indexOf(severity);
}

/** What is told of a function behind an API with the API: what its callers can use up, what nobody sees, and what it runs on. */
const follows: ReadonlySet<Threat> = new Set<Threat>([
  'budget-exhaustion',
  'insufficient-logging',
  'vulnerable-components',
]);

/** True if it is about one of the things, or about a function behind one. */
function goesWith({ thing, threat }: Placed, things: ReadonlySet<string>): boolean {
  return things.has(thing.id) || (follows.has(threat) && thing.behind.some((id) => things.has(id)));
}
