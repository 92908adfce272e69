import type { Finding } from '../../findings/finding.js';
import type { Notice } from '../../findings/notice.js';
import { plainLine } from '../plain.js';
import { presentIn, type Rendering } from './rendering.js';

/** JUnit: a suite for each file, a case for each finding. What fails the run has failed, what is accepted or unread is skipped. */
export function renderJunit({ outcome, view }: Rendering): string {
  const findings = presentIn(outcome);
  const paths = [...new Set(findings.map(({ at }) => at.path))];
  const suites = [
    ...paths.map((path) =>
      suiteOf(
        path,
        findings.filter(({ at }) => at.path === path).map((one) => caseOf(one, view)),
      ),
    ),
    ...unreadSuite(outcome.notices),
  ];
  const told = suites.length > 0 ? suites : [suiteOf('postern', [passed('no problems', 'postern')])];
  const sum = (of: (suite: Suite) => number) => told.reduce((total, suite) => total + of(suite), 0);
  const totals = `tests="${sum(({ tests }) => tests)}" failures="${sum(({ failures }) => failures)}" errors="0"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="postern" ${totals}>\n${told.map(({ xml }) => xml).join('')}</testsuites>\n`;
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly xml: string;
}

interface Case {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly xml: string;
}

function suiteOf(name: string, cases: readonly Case[]): Suite {
  const count = (outcome: Case['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  const numbers = `tests="${cases.length}" failures="${count('failed')}" errors="0" skipped="${count('skipped')}"`;
  const xml = ` <testsuite name="${attribute(name)}" ${numbers}>\n${cases.map((one) => one.xml).join('')} </testsuite>\n`;
  return { tests: cases.length, failures: count('failed'), xml };
}

function caseOf(finding: Finding, { fails, words }: Rendering['view']): Case {
  const { policy, resource, severity, message, at, start, suppressed } = finding;
  const open = `  <testcase name="${attribute(`${policy}: ${resource}`)}" classname="${attribute(at.path)}">`;
  const about = words(policy);
  const told = [`${at.path}:${start.line}`, `${severity}: ${message}`, ...(about ? [about.why, about.remedy] : [])];
  const body = told.map((line) => `  ${escaped(line)}`).join('\n');
  if (suppressed !== null) {
    const xml = `${open}<skipped message="${attribute(suppressed.reason)}"/></testcase>\n`;
    return { outcome: 'skipped', xml };
  }
  if (!fails(finding)) return { outcome: 'passed', xml: `${open}<system-out>${body}</system-out></testcase>\n` };
  const failure = `<failure type="${severity}" message="${attribute(message)}">${body}</failure>`;
  return { outcome: 'failed', xml: `${open}${failure}</testcase>\n` };
}

function passed(name: string, of: string): Case {
  return { outcome: 'passed', xml: `  <testcase name="${attribute(name)}" classname="${attribute(of)}"/>\n` };
}

/** What could not be read is not a pass. */
function unreadSuite(notices: readonly Notice[]): readonly Suite[] {
  const unread = notices.filter(({ kind }) => kind === 'unread');
  if (unread.length === 0) return [];
  const cases = unread.map(({ path, message }): Case => {
    const skipped = `<skipped message="${attribute(message)}"/>`;
    const xml = `  <testcase name="not reviewed" classname="${attribute(path)}">${skipped}</testcase>\n`;
    return { outcome: 'skipped', xml };
  });
  return [suiteOf('not reviewed', cases)];
}

function attribute(text: string): string {
  return escaped(text).replace(/"/g, '&quot;');
}

/** One line, so that no text begins a line of the report. */
function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return plainLine(text).replace(/[&<>]/g, (sign) => signs[sign] ?? sign);
}
