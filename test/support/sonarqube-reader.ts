/**
 * Reads generic issues as SonarQube does: ExternalIssueReportParser, ExternalIssueReportValidator and ExternalIssueImporter of
 * SonarSource/sonarqube (10.3 to 2025). What makes it refuse a report makes this throw; issues of files it does not know are passed over.
 */
export interface ImportedIssue {
  readonly ruleId: string;
  readonly impact: string;
  /** The text that the issue marks. */
  readonly marked: string;
}

interface TextRange {
  readonly startLine: number;
  readonly endLine?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

interface Location {
  readonly filePath: string;
  readonly message: string;
  readonly textRange?: TextRange;
}

interface Report {
  readonly rules: readonly Readonly<Record<string, unknown>>[];
  readonly issues: readonly {
    readonly ruleId: string;
    readonly severity?: unknown;
    readonly type?: unknown;
    readonly primaryLocation: Location;
    readonly secondaryLocations?: readonly Location[];
  }[];
}

const attributes =
  'CONVENTIONAL FORMATTED IDENTIFIABLE CLEAR COMPLETE EFFICIENT LOGICAL DISTINCT FOCUSED MODULAR TESTED LAWFUL RESPECTFUL TRUSTWORTHY';

export function readGenericIssues(report: string, files: ReadonlyMap<string, string>): readonly ImportedIssue[] {
  const { rules, issues } = JSON.parse(report) as Report;
  const impacts = new Map(rules.map(readRule));
  demand(impacts.size === rules.length, 'found duplicate rule ID');
  return issues.flatMap(({ ruleId, severity, type, primaryLocation, secondaryLocations = [] }) => {
    const impact = impacts.get(ruleId);
    demand(impact !== undefined, `rule with '${ruleId}' not present`);
    demand(severity === undefined && type === undefined, 'deprecated field found');
    demand(primaryLocation.message !== '' && primaryLocation.filePath !== '', 'missing mandatory field');
    for (const { textRange } of secondaryLocations) demand(textRange?.startLine !== undefined, 'no text range');
    const text = files.get(primaryLocation.filePath);
    return text === undefined
      ? []
      : [{ ruleId, impact: impact ?? '', marked: markedIn(text, primaryLocation.textRange) }];
  });
}

function readRule(rule: Readonly<Record<string, unknown>>): readonly [string, string] {
  for (const field of ['id', 'name', 'engineId']) demand(Boolean(rule[field]), `missing mandatory field '${field}'`);
  demand(attributes.split(' ').includes(String(rule.cleanCodeAttribute)), 'unknown clean code attribute');
  demand((rule.type === undefined) === (rule.severity === undefined), 'type and severity go together');
  const impacts = rule.impacts as readonly { readonly softwareQuality: string; readonly severity: string }[];
  demand(impacts.length > 0, "mandatory array 'impacts' not populated");
  for (const { softwareQuality, severity } of impacts) {
    demand(['SECURITY', 'MAINTAINABILITY', 'RELIABILITY'].includes(softwareQuality), 'unknown software quality');
    demand(['HIGH', 'MEDIUM', 'LOW'].includes(severity), 'unknown severity');
  }
  return [String(rule.id), impacts[0]?.severity ?? ''];
}

/** Ranges outside of the file, or empty ones, are refused with the whole report. */
function markedIn(text: string, range: TextRange | undefined): string {
  if (range === undefined) return '';
  const lines = text.split(/\r?\n/);
  const { startLine, endLine = startLine, startColumn } = range;
  const line = lines[startLine - 1];
  demand(line !== undefined, `${startLine} is not a valid line`);
  if (startColumn === undefined) return line ?? '';
  const last = lines[endLine - 1] ?? '';
  const endColumn = range.endColumn ?? last.length;
  demand(startColumn <= (line?.length ?? 0) && endColumn <= last.length, 'not a valid line offset');
  demand(endLine > startLine || endColumn > startColumn, 'start pointer should be before end pointer');
  return endLine === startLine ? (line ?? '').slice(startColumn, endColumn) : (line ?? '').slice(startColumn);
}

function demand(holds: boolean, message: string): void {
  if (!holds) throw new Error(`Failed to parse report: ${message}.`);
}
