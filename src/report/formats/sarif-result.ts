import type { CodeFlow, Fix, Location, Result, Suppression } from 'sarif';
import type { Finding, RelatedPlace } from '../../findings/finding.js';
import type { Severity } from '../../findings/severity.js';
import type { Outcome } from '../json.js';
import { editPlacer, editsByFile, type PlacedEdit } from '../placed-edits.js';
import { plainLine } from '../plain.js';
import { placeOf, regionOf } from './sarif-place.js';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

const states = {
  introduced: 'new',
  worsened: 'updated',
  improved: 'updated',
  existing: 'unchanged',
  fixed: 'absent',
} as const;

/** Makes results of the findings of one outcome. `rules`: where the rule of a policy stands. */
export function resultMaker(outcome: Outcome, rules: ReadonlyMap<string, number>): (finding: Finding) => Result {
  const editsOf = editPlacer(outcome);
  const seen = new Map<string, number>();
  return (finding) => {
    const index = rules.get(finding.policy);
    return {
      ruleId: finding.policy,
      ...(index !== undefined && { ruleIndex: index }),
      level: levels[finding.severity],
      message: { text: linkless(finding.message) },
      locations: [locationOf(finding)],
      ...relatedOf(finding),
      partialFingerprints: {
        'postern/v1': finding.fingerprint,
        // The only one that code scanning compares; alike ones in one file are counted.
        primaryLocationLineHash: `${finding.fingerprint}:${counted(seen, finding)}`,
      },
      ...('status' in finding && { baselineState: states[finding.status] }),
      ...(finding.suppressed !== null && { suppressions: [suppressionOf(finding.suppressed)] }),
      ...(finding.fix?.verified === true && { fixes: [fixOf(finding, editsOf(finding))] }),
      properties: {
        severity: finding.severity,
        confidence: finding.confidence,
        threat: finding.threat,
        framework: finding.framework,
        stack: plainLine(finding.stack),
      },
    };
  };
}

/** `[words](target)` in a message would be a link. */
function linkless(message: string): string {
  return plainLine(message).replaceAll('](', '] (');
}

function counted(seen: Map<string, number>, { policy, fingerprint, at }: Finding): number {
  const key = JSON.stringify([policy, fingerprint, at.path]);
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return count;
}

/** Deleted lines are lines of another version of the file: told is the line where they stood. Code scanning asks for one. */
function locationOf(finding: Finding): Location {
  const { at, side, names } = finding;
  const stood = 'standIn' in finding ? finding.standIn : undefined;
  return {
    physicalLocation: placeOf(at.path, side === 'left' ? { startLine: stood ?? 1 } : regionOf(finding)),
    logicalLocations: [
      { name: plainLine(names[0]), fullyQualifiedName: plainLine(finding.resource), kind: 'resource' },
    ],
  };
}

/** Other lines that decide; of a flow from an event also the way, from its source to its sink. */
function relatedOf(finding: Finding): Pick<Result, 'relatedLocations' | 'codeFlows'> {
  const { origin, related = [], threat, text } = finding;
  const places = [...(origin === undefined ? [] : [origin]), ...related].slice(0, mostPlaces);
  if (places.length === 0) return {};
  const isFlow = threat === 'event-injection' && related.length > 0 && text === undefined;
  return {
    relatedLocations: places.map((place, id) => ({
      id,
      message: { text: place === origin ? 'The value is written here.' : 'This line decides as well.' },
      physicalLocation: placeOf(place.at.path, regionOf(place)),
    })),
    ...(isFlow && { codeFlows: [flowOf([...related.slice(0, mostPlaces - 1), finding])] }),
  };
}

/** Code scanning shows no more: https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit */
const mostPlaces = 100;

function flowOf(steps: readonly RelatedPlace[]): CodeFlow {
  const locations = steps.map((step) => ({
    location: { physicalLocation: placeOf(step.at.path, regionOf(step)) },
  }));
  return { threadFlows: [{ locations }] };
}

function suppressionOf({ reason, in: where, at }: NonNullable<Finding['suppressed']>): Suppression {
  return {
    kind: where === 'settings' ? 'external' : 'inSource',
    status: 'accepted',
    justification: plainLine(reason),
    ...(at !== undefined && { location: { physicalLocation: placeOf(at.path, undefined) } }),
  };
}

function fixOf({ fix }: Finding, edits: readonly PlacedEdit[]): Fix {
  const note = fix?.note === undefined ? '' : ` ${plainLine(fix.note)}`;
  return {
    description: { text: `An edit that was tried: the problem is gone and nothing new came.${note}` },
    artifactChanges: editsByFile(edits).map(([path, own]) => ({
      artifactLocation: placeOf(path, undefined).artifactLocation ?? {},
      replacements: own.map((edit) => ({ deletedRegion: regionOf(edit), insertedContent: { text: edit.text } })),
    })),
  };
}
