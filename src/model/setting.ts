import { type Confidence, stepDown, weaker } from './confidence.js';
import type { Edit, Span } from './span.js';

/** Writes another value the framework's way. Undefined when that cannot be said without knowing more. */
export type Write<W> = (value: W) => readonly Edit[] | undefined;

/** One thing an author can set: what it is now, where, and the edits that would set it otherwise (`W`: what can be written). */
export type Setting<T, W = T> = None | Known<T, W> | Absent<W> | Unknown | Choice<T, W>;

/** The platform has no such thing: there is nothing to set and no default, so nothing ever matches it. */
export interface None {
  readonly kind: 'none';
  /** The owner's own line. */
  readonly at: Span;
}

export interface Known<T, W = T> {
  readonly kind: 'known';
  readonly value: T;
  readonly at: Span;
  /** Where the value itself stands when `at` only names it. */
  readonly origin?: Span;
  readonly confidence: Confidence;
  readonly write: Write<W>;
  /** Removes it, so that the platform's default holds. */
  readonly remove?: () => readonly Edit[] | undefined;
}

/** Nothing is said, and the platform's default holds. */
export interface Absent<W> {
  readonly kind: 'absent';
  /** The line it would belong to: the owner's own line. */
  readonly at: Span;
  readonly write: Write<W>;
}

export interface Unknown {
  readonly kind: 'unknown';
  readonly at: Span;
  readonly because: string;
}

/** Decided at deploy time among cases that are each settings of their own. */
export interface Choice<T, W = T> {
  readonly kind: 'choice';
  readonly at: Span;
  readonly among: 'branches' | 'allowed-values';
  readonly cases: readonly { readonly label: string; readonly setting: Setting<T, W> }[];
}

/** A setting that satisfies a condition for certain: where to say so, how sure, and how to write it otherwise. */
export interface Match<W> {
  readonly at: Span;
  readonly confidence: Confidence;
  /** Set when only one branch of a condition matches: `in branch IsProd`. */
  readonly branch?: string;
  readonly origin?: Span;
  readonly write: Write<W>;
  readonly remove?: () => readonly Edit[] | undefined;
}

const cannotWrite = (): undefined => undefined;

/**
 * The three-valued question: a match only if the condition holds for known facts.
 * `absent` says whether a setting that is not there satisfies it (the platform's default does). Unknown never matches,
 * nor does what the platform does not have.
 * Of branches one match is enough (one step down); of allowed values every one must match.
 */
export function when<T, W>(
  setting: Setting<T, W>,
  condition: (value: T) => boolean,
  otherwise: { readonly absent: boolean } = { absent: false },
): Match<W> | undefined {
  switch (setting.kind) {
    case 'known': {
      if (!condition(setting.value)) return undefined;
      const { at, origin, confidence, write, remove } = setting;
      return { at, confidence, write, ...(origin && { origin }), ...(remove && { remove }) };
    }
    case 'absent':
      return otherwise.absent ? { at: setting.at, confidence: 'high', write: setting.write } : undefined;
    case 'none':
    case 'unknown':
      return undefined;
    case 'choice':
      return whenChosen(setting, condition, otherwise);
  }
}

function whenChosen<T, W>(
  choice: Choice<T, W>,
  condition: (value: T) => boolean,
  otherwise: { readonly absent: boolean },
): Match<W> | undefined {
  const matches = choice.cases.map(({ label, setting }) => ({ label, match: when(setting, condition, otherwise) }));
  const found = matches.flatMap(({ label, match }) => (match ? [{ label, match }] : []));
  const first = found[0];
  if (first === undefined) return undefined;
  if (found.length === matches.length) {
    const confidence = found.map(({ match }) => match.confidence).reduce(weaker);
    return { at: choice.at, confidence, write: cannotWrite };
  }
  if (choice.among === 'allowed-values') return undefined;
  return { ...first.match, confidence: stepDown(first.match.confidence), branch: first.label };
}

/** The value if it is known for certain or by default, otherwise undefined. Of a choice: undefined. */
export function known<T>(setting: Setting<T, never>): T | undefined {
  return setting.kind === 'known' ? setting.value : undefined;
}

/** A setting that stands by itself on this platform, or that nothing in these files could write. */
export function fixed<T, W = T>(value: T, at: Span): Known<T, W> {
  return { kind: 'known', value, at, confidence: 'high', write: cannotWrite };
}

export function unknown(at: Span, because: string): Unknown {
  return { kind: 'unknown', at, because };
}

export function none(at: Span): None {
  return { kind: 'none', at };
}

export function absent<W>(at: Span): Absent<W> {
  return { kind: 'absent', at, write: cannotWrite };
}

/** Whether its author left it to the platform: nothing is written for it, or nothing can be. */
export function isUnsaid({ kind }: Setting<unknown, never>): boolean {
  return kind === 'absent' || kind === 'none';
}

/** The words that a message adds when only one branch of a condition matches; otherwise nothing. */
export function inBranch(match: { readonly branch?: string }): string {
  return match.branch === undefined ? '' : ` in branch ${match.branch}`;
}
