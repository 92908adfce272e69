import { type Placed, threats } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import { severities } from '../findings/severity.js';
import { namesCell } from './accepted-names.js';
import type { Address } from './address.js';
import type { CheckSource } from './check-source.js';
import { code, link, prose, row, table } from './markdown.js';
import { alsoReported } from './other-checks.js';
import { severityWord } from './problem.js';
import { manyWords } from './telling.js';
import { policyLink, type Words } from './words.js';

/** How many of which severity, one row a threat. */
export function threatTable(findings: readonly Placed[]): string {
  const columns = [...severities].reverse();
  const rows = threats.flatMap((threat) => {
    const own = findings.filter((finding) => finding.threat === threat);
    if (own.length === 0) return [];
    const counts = columns.map((severity) => own.filter((finding) => finding.severity === severity).length);
    return [[nameOf(threat), ...counts.map((number) => (number === 0 ? '' : String(number)))]];
  });
  return table(['Threat', ...columns.map(capitalised)], rows);
}

const names: ReadonlyMap<string, string> = new Map([
  ['over-privileged-permissions', 'Over-privileged permissions'],
  ['shadow-apis', 'Shadow APIs'],
]);

function nameOf(threat: Placed['threat']): string {
  return names.get(threat) ?? capitalised(threat.replaceAll('-', ' '));
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Rows of a table of findings: how bad, what, where, which policy, and the name to accept it by. */
export function findingRows(findings: readonly Placed[], words: Words, address: Address): readonly string[] {
  return findings.map((finding) => {
    const cells = [
      severityWord(finding),
      prose(finding.message),
      whereOf(finding, address),
      policyLink(finding.policy, words, finding),
      namesCell([finding]),
    ];
    return row(cells);
  });
}

export const findingHead = headOf(['Severity', 'Problem', 'Where', 'Policy', 'Resource', 'Fix']);

/** Places of alike findings that a row names; more are counted. */
const mostPlaces = 3;

/** Rows of new findings: those of one policy in one file are one row, under the weight of the worst. */
export function alikeRows(
  findings: readonly Placed[],
  { words, address, review, others: beside }: RowSource,
): readonly string[] {
  const suggested = new Set(review.topics.flatMap(({ fixed }) => [...fixed]));
  const groups = new Map<string, Placed[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.policy, finding.at.path, finding.confidence === 'low']);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].map(([first, ...others]) => {
    if (first === undefined) return '';
    const several = words(first.policy)?.several ?? ['places', `have ${first.policy}`];
    const places = [...new Set([first, ...others].map((finding) => whereOf(finding, address)))];
    const more = places.length - mostPlaces;
    return row([
      severityWord(first),
      [
        prose(others.length === 0 ? first.message : sentence(manyWords(several, others.length + 1))),
        ...alsoReported([first, ...others], beside),
      ].join(' '),
      `${places.slice(0, mostPlaces).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
      policyLink(first.policy, words, first),
      namesCell([first, ...others]),
      fixWord(first, suggested),
    ]);
  });
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

type RowSource = Pick<CheckSource, 'words' | 'address' | 'review' | 'others'>;

function fixWord(finding: Placed, suggested: ReadonlySet<Placed>): string {
  if (suggested.has(finding)) return 'suggested';
  return finding.fix?.verified === true ? 'shown' : '';
}

export const oldHead = headOf(['Severity', 'Problem', 'Where', 'Policy', 'Resource']);

/** Rows of a table of components with what is known against them. */
export function componentRows(findings: readonly Placed[]): readonly string[] {
  return findings.flatMap(({ component, severity }) => {
    if (component === undefined) return [];
    const { name, version, advisories, fixed, functions } = component;
    const known = advisories
      .slice(0, 5)
      .map(({ ids: [id = ''], url }) => (url === '' ? code(id) : link(code(id), url)));
    const shipping = functions.length === 0 ? 'none known' : functions.slice(0, 5).map(code).join(', ');
    return [
      row([
        code(`${name}@${version}`),
        known.join(', '),
        severity,
        fixed === undefined ? 'none' : code(fixed),
        shipping,
      ]),
    ];
  });
}

export const componentHead = headOf(['Component', 'Advisories', 'Severity', 'Fixed in', 'Functions']);

/** Rows of a table of notices. */
export function noticeRows(notices: readonly Notice[]): readonly string[] {
  return notices.map(({ path, line, message }) => {
    const where = path === '.' ? '' : code(line === undefined ? path : `${path}:${line}`);
    return row([where, prose(message)]);
  });
}

export const noticeHead = headOf(['File', 'Notice']);

function headOf(cells: readonly string[]): string {
  return table(cells, []);
}

/** The finding's place, linked to its lines. */
export function whereOf({ at, start, end, side, status }: Placed, address: Address): string {
  const label = code(`${at.path}:${start.line}`);
  const gone = side === 'left' || status === 'fixed';
  const to = address({ path: at.path, side: gone ? 'left' : 'right', first: start.line, last: end.line });
  return `${to === undefined ? label : link(label, to)}${gone ? ' (before)' : ''}`;
}
