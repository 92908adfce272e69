import { type Span, spanKey } from '../model/span.js';
import type { Compared, Found } from './finding.js';
import { indexLines } from './lines.js';

/**
 * Texts of judged files on their way to outputs. Plain data, since they cross process borders; but no output reads them:
 * it asks what it may show of a finding. Only this file opens them, which a test holds.
 */
export interface Sources {
  readonly withheld: ReadonlyMap<string, string>;
  /** Where secrets stand. */
  readonly secrets: readonly Span[];
}

/** Hands texts by path over to outputs, with the findings that say where secrets stand in them. */
export function sourcesOf(texts: ReadonlyMap<string, string>, findings: readonly (Found | Compared)[] = []): Sources {
  const present = findings.filter((finding) => finding.side === 'right' && !isGone(finding));
  return { withheld: texts, secrets: present.flatMap(({ isSecret, at }) => (isSecret ? [at] : [])) };
}

function isGone(finding: Found | Compared): boolean {
  return 'status' in finding && finding.status === 'fixed';
}

/**
 * The text that a finding stands in, or another one that its fix edits, to repeat lines of it: lines with secrets of other findings are blotted out, offsets
 * stay. Undefined where its own lines hold a secret.
 */
export function quotableText(
  { at, fix, isSecret }: Found,
  { withheld, secrets }: Sources,
  path = at.path,
): string | undefined {
  const text = withheld.get(path);
  if (isSecret || text === undefined) return undefined;
  const lines = secrets.filter((secret) => secret.path === path).map((secret) => linesAround(secret, text));
  const own = [at, ...(fix?.edits ?? [])].filter((one) => one.path === path);
  if (lines.some((line) => own.some((one) => overlaps(one, line)))) return undefined;
  return lines.reduce(blotted, text);
}

/** The text that edits of a file change: to count lines, and to show what it becomes; never what it was. */
export function editableText(path: string, { withheld }: Sources): string | undefined {
  return withheld.get(path);
}

/** Whole lines of a file, from 1. */
interface Lines {
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

/** True if lines may be shown as they are once these findings are fixed: no secret of another finding stands in them. */
export function isFreeOfSecrets({ path, first, last }: Lines, fixed: readonly Found[], sources: Sources): boolean {
  const { starts, text } = indexLines(sources.withheld.get(path) ?? '');
  const lines = { start: starts[first - 1] ?? text.length, end: starts[last] ?? text.length };
  const own = new Set(fixed.filter(({ isSecret }) => isSecret).map(({ at }) => spanKey(at)));
  return !sources.secrets.some((one) => one.path === path && overlaps(one, lines) && !own.has(spanKey(one)));
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function linesAround({ start, end }: Range, text: string): Range {
  const next = text.indexOf('\n', Math.max(start, end - 1));
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next === -1 ? text.length : next };
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < Math.max(a.end, a.start + 1);
}

function blotted(text: string, { start, end }: Range): string {
  return `${text.slice(0, start)}${text.slice(start, end).replace(/\S/g, '*')}${text.slice(end)}`;
}
