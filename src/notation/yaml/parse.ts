import { type Composed, composed, type YamlError } from './composed.js';
import { nodesOf } from './from-events.js';
import { maskDirectives } from './mask.js';

/** How often a line that stands too far left is fixed before giving up: parsing again costs time. */
const mostFixes = 40;
const mostCharacters = 600_000;

export interface ParsedYaml extends Composed {
  /** Directives of a template engine were taken out. */
  readonly masked: boolean;
}

/** Parses what loaders in use accept: also brackets and quotes that go on too far left, also text with template directives. */
export function parseYaml(text: string): ParsedYaml {
  const parsed = parseLeniently(text);
  const isAffordable = text.length < mostCharacters;
  const masked = parsed.error === undefined || !isAffordable ? undefined : maskDirectives(text);
  if (masked === undefined) return { ...parsed, masked: false };
  const again = parseLeniently(masked);
  return again.error === undefined ? { ...again, masked: true } : { ...parsed, masked: false };
}

function parseLeniently(text: string): Composed {
  const quick = nodesOf(text);
  if (quick !== undefined) return { documents: quick, error: undefined };
  const first = composed(text);
  let attempt = first;
  let fixed = text;
  const affordable = Math.min(mostFixes, Math.floor(mostCharacters / (text.length + 1)));
  for (let fixes = 0; fixes < affordable; fixes += 1) {
    const next = fix(fixed, attempt);
    if (next === undefined) break;
    fixed = next;
    attempt = composed(fixed);
  }
  return attempt.error === undefined ? attempt : first;
}

/** Reads the line break at the place of the error as spaces: offsets stay. */
function fix(text: string, { error }: Composed): string | undefined {
  const at = error?.pos[0] ?? 0;
  if (error === undefined) return undefined;
  const found = isMissingQuote(error)
    ? breakAfter(text, at)
    : isFlowTooFarLeft(error)
      ? breakBefore(text, at)
      : undefined;
  const [start, end] = found ?? [0, 0];
  return start === end ? undefined : text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

function isFlowTooFarLeft({ code, message }: YamlError): boolean {
  return code === 'BAD_INDENT' && message.startsWith('Flow ');
}

function isMissingQuote({ code, message }: YamlError): boolean {
  return code === 'MISSING_CHAR' && message.startsWith('Missing closing ');
}

function breakBefore(text: string, at: number): readonly [number, number] | undefined {
  const found = /\r?\n[ \t]*$/.exec(text.slice(Math.max(0, at - 200), at));
  return found === null ? undefined : [at - found[0].length, at];
}

function breakAfter(text: string, at: number): readonly [number, number] | undefined {
  const found = /^\r?\n[ \t]*/.exec(text.slice(at, at + 200));
  return found === null ? undefined : [at, at + found[0].length];
}
