import { type Placed, type Threat, threats } from '../findings/finding.js';
import { isPassedOver, type Profile } from '../findings/outcome.js';
import { severities } from '../findings/severity.js';

/** What somebody gains from now, before what it costs or hides. */
const urgency: readonly Threat[] = [
  'broken-authentication',
  'over-privileged-permissions',
  'data-exposure',
  'event-injection',
  'vulnerable-components',
  'shadow-apis',
  'insecure-transport',
  'coarse-granularity',
  'budget-exhaustion',
  'insufficient-logging',
];

/** Of these threats medium problems follow in a comment but are no reason for one, unless the profile is strict. */
const quiet: ReadonlySet<Threat> = new Set(['insufficient-logging', 'budget-exhaustion', 'coarse-granularity']);

/** True if a problem may be part of a comment: low ones are counted in the check. */
export function isTold(finding: Placed, profile: Profile): boolean {
  return finding.severity !== 'low' && !isPassedOver(finding, profile);
}

/** True if a problem is a reason for a comment. */
export function mayLead({ severity, confidence, threat, fails }: Placed, profile: Profile): boolean {
  if (severity === 'critical' || severity === 'high' || fails === 'always') return true;
  return severity === 'medium' && confidence !== 'low' && (profile === 'strict' || !quiet.has(threat));
}

/** The worst first; of equal ones what is sure, then what somebody gains from at once; habits last; then by file and line. */
export function byUrgency(a: Placed, b: Placed): number {
  return (
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    Number(a.confidence === 'low') - Number(b.confidence === 'low') ||
    urgencyOf(a) - urgencyOf(b) ||
    Number(isHabit(a)) - Number(isHabit(b)) ||
    a.at.path.localeCompare(b.at.path) ||
    a.start.line - b.start.line ||
    a.policy.localeCompare(b.policy)
  );
}

/** How a manifest is kept, with nothing known against what it names. */
function isHabit({ thing, component }: Placed): boolean {
  return thing.kind === 'manifest' && (component?.advisories ?? []).length === 0;
}

function urgencyOf({ threat }: Placed): number {
  const at = urgency.indexOf(threat);
  return at === -1 ? threats.length : at;
}
