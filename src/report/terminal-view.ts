import type { Colors } from 'picocolors/types.js';
import type { Finding } from '../findings/finding.js';
import type { Severity } from '../findings/severity.js';
import type { Words } from './words.js';

/** How findings are shown on a terminal. */
export interface View {
  readonly colored: boolean;
  /** The terminal follows hyperlinks (OSC 8). */
  readonly linked: boolean;
  /** Every place by itself, low ones too. */
  readonly all: boolean;
  /** Only what fails. */
  readonly quiet?: boolean;
  /** Which findings make the exit code 1, and the rule in words: `under the profile standard`. */
  readonly fails: (finding: Finding) => boolean;
  readonly rule: string;
  /** The exit code of the run: 1 also for what was not read, 2 for settings that have no effect. */
  readonly code: number;
  readonly words: Words;
}

/** A view with its colours at hand. */
export interface PaintedView extends View {
  readonly colors: Colors;
}

export const paint: Record<Severity, 'red' | 'yellow' | 'blue' | 'magenta'> = {
  critical: 'magenta',
  high: 'red',
  medium: 'yellow',
  low: 'blue',
};

/** Control characters of reviewed text never reach the terminal, and no line of it is a command to the runner of a workflow. */
export function printable(written: string): string {
  return written
    .replace(/[\r\n]+/g, ' ')
    .replace(/(?!\t)[\p{Cc}\p{Bidi_Control}\p{Cs}]/gu, '\uFFFD')
    .replace(/^(\s*)::/, '$1: :')
    .replaceAll('##[', '## [');
}

/** A policy's id, linked to its page where the terminal follows links. */
export function policyName(id: string, { linked, words, colors }: PaintedView): string {
  const page = words(id)?.page;
  const name = colors.dim(id);
  return linked && page !== undefined ? `\u001B]8;;${page}\u001B\\${name}\u001B]8;;\u001B\\` : name;
}
