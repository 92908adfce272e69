import type { Notice } from '../../findings/notice.js';
import { lineAt, unread } from '../../notation/text.js';
import type { PackageEcosystem } from '../component.js';

const longestVersion = 128;

const shapes: Record<PackageEcosystem, RegExp> = {
  npm: /^(?:@[\w.~-]{1,214}\/)?[\w.~-]{1,214}$/,
  pypi: /^[A-Za-z0-9](?:[\w.-]{0,212}[A-Za-z0-9])?$/,
  go: /^[\w.~/+!-]{1,300}$/,
  maven: /^[\w.-]{1,200}:[\w.-]{1,200}$/,
  nuget: /^[\w.-]{1,200}$/,
  rubygems: /^[\w.-]{1,200}$/,
  crates: /^[\w-]{1,100}$/,
  packagist: /^[\w.-]{1,200}\/[\w.-]{1,200}$/,
};

const version = /^[\w.+!~-]+$/;

/** The name as the ecosystem compares it, or undefined if no registry allows it. */
export function packageName(ecosystem: PackageEcosystem, written: string): string | undefined {
  if (written.length > 410 || !shapes[ecosystem].test(written)) return undefined;
  if (ecosystem === 'pypi') return written.toLowerCase().replace(/[-_.]+/g, '-');
  return ecosystem === 'nuget' || ecosystem === 'packagist' ? written.toLowerCase() : written;
}

/** True for texts that can be a version in some ecosystem. */
export function isVersion(text: string): boolean {
  return text.length > 0 && text.length <= longestVersion && version.test(text);
}

/** Where a name or version that cannot be one is told, at most a few times in a file. */
export interface Doubts {
  readonly path: string;
  readonly text: string;
  readonly notices: Notice[];
}

/** Tells that an entry was left out. */
export function doubt(doubts: Doubts, offset: number, what: 'name' | 'version'): void {
  if (doubts.notices.length >= 20) return;
  const message =
    what === 'name'
      ? 'This entry was not reviewed: its name is none that a registry allows.'
      : 'This entry was not reviewed: its version is none that a registry allows.';
  doubts.notices.push(unread(doubts.path, lineAt(doubts.text, offset), message));
}
