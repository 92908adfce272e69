import type { Finding, RelatedPlace } from '../../findings/finding.js';
import type { Severity } from '../../findings/severity.js';
import type { Policy } from '../../policies/definition.js';
import { plainLine, plainText } from '../plain.js';
import { type Rendering, toldIn } from './rendering.js';

/** The scale of versions before 10.8 too, which know no more than these three. */
const impacts: Readonly<Record<Severity, string>> = { critical: 'HIGH', high: 'HIGH', medium: 'MEDIUM', low: 'LOW' };
/** What a server in its standard experience shows. */
const severities: Readonly<Record<Severity, string>> = {
  critical: 'BLOCKER',
  high: 'CRITICAL',
  medium: 'MAJOR',
  low: 'MINOR',
};

const engineId = 'postern';

/**
 * Generic issues in the form of SonarQube 10.3 and later. There a severity belongs to a rule: a finding that weighs more or less
 * than its policy has a rule of its own.
 * https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/importing-external-issues/generic-issue-import-format
 */
export function renderSonarqube({ outcome, policies }: Rendering): string {
  const findings = toldIn(outcome);
  const known = new Map(policies.map((policy) => [policy.id, policy]));
  const rules = new Map<string, object>();
  for (const finding of findings) {
    const policy = known.get(finding.policy);
    const id = ruleIdOf(finding, policy);
    if (!rules.has(id)) rules.set(id, toRule(id, finding, policy));
  }
  const issues = findings.map((finding) => toIssue(finding, ruleIdOf(finding, known.get(finding.policy))));
  return `${JSON.stringify({ rules: [...rules.values()], issues }, null, 1)}\n`;
}

function ruleIdOf({ policy, severity }: Finding, known: Policy | undefined): string {
  return known?.severity === severity ? policy : `${policy}-${severity}`;
}

function toRule(id: string, { policy, severity }: Finding, known: Policy | undefined): object {
  return {
    id,
    name: known?.title ?? policy,
    description: known === undefined ? policy : plainText(`${known.why}\n\n${known.remedy}`),
    engineId,
    cleanCodeAttribute: 'TRUSTWORTHY',
    type: 'VULNERABILITY',
    severity: severities[severity],
    impacts: [{ softwareQuality: 'SECURITY', severity: impacts[severity] }],
  };
}

function toIssue(finding: Finding, ruleId: string): object {
  const { at, side, message, origin, related = [] } = finding;
  const range = side === 'left' ? undefined : rangeOf(finding);
  const others = [...(origin === undefined ? [] : [origin]), ...related];
  return {
    ruleId,
    primaryLocation: {
      message: plainLine(message) || ruleId,
      filePath: at.path,
      ...(range !== undefined && { textRange: range }),
    },
    ...(others.length > 0 && {
      secondaryLocations: others.slice(0, mostOthers).map((place) => ({
        message: place === origin ? 'The value is written here.' : 'This line decides as well.',
        filePath: place.at.path,
        textRange: rangeOf(place),
      })),
    }),
  };
}

const mostOthers = 20;

/**
 * Columns from 0. The import of a whole report fails over one range that is empty or leaves its line, so columns are given where the
 * range is part of one line.
 */
function rangeOf({ start, end }: Pick<RelatedPlace, 'start' | 'end'>): object {
  if (end.line !== start.line || end.column <= start.column) return { startLine: start.line };
  return { startLine: start.line, endLine: end.line, startColumn: start.column - 1, endColumn: end.column - 1 };
}
