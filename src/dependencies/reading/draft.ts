import type { Component, Origin, PackageEcosystem } from '../component.js';
import { type Doubts, doubt, isVersion, packageName } from './names.js';

/** A component as a format reads it, before its name is checked. */
export interface Draft {
  readonly name: string;
  readonly version?: string | undefined;
  readonly range?: string | undefined;
  readonly at: { readonly start: number; readonly end: number };
  readonly rangeAt?: { readonly start: number; readonly end: number } | undefined;
  readonly whole?: { readonly start: number; readonly end: number } | undefined;
  readonly origin?: Origin;
  readonly dev?: boolean;
  readonly alias?: string | undefined;
  readonly resolvedUrl?: string | undefined;
  readonly integrity?: readonly string[] | undefined;
  readonly installScript?: boolean;
  /** A moment as the lockfile writes it: `2026-01-31T…`. */
  readonly published?: string | undefined;
  readonly peer?: boolean;
  readonly bundled?: boolean;
  readonly accepts?: Component['accepts'];
}

export type LockComponent = Omit<Component, 'relation' | 'via'>;

/** Checks a draft's name and version; what no registry allows is told and left out. */
export function componentFrom(ecosystem: PackageEcosystem, draft: Draft, doubts: Doubts): LockComponent | undefined {
  const name = packageName(ecosystem, draft.name);
  if (name === undefined) {
    doubt(doubts, draft.at.start, 'name');
    return undefined;
  }
  const { version, origin = 'registry' } = draft;
  const checked = version !== undefined && isVersion(version) ? version : undefined;
  if (version !== undefined && checked === undefined && origin === 'registry') {
    doubt(doubts, draft.at.start, 'version');
    return undefined;
  }
  const written = draft.alias ?? draft.name;
  return {
    name,
    version: checked,
    dev: draft.dev ?? false,
    origin,
    at: { path: doubts.path, ...draft.at },
    ...(written !== name && { writtenName: written }),
    ...optionalParts(draft, doubts.path),
  };
}

function optionalParts(draft: Draft, path: string): Partial<Component> {
  const integrity = draft.integrity?.filter((checksum) => checksum !== '') ?? [];
  return {
    ...(draft.range !== undefined && { range: draft.range.slice(0, 500) }),
    ...(draft.rangeAt !== undefined && { rangeAt: { path, ...draft.rangeAt } }),
    ...(draft.whole !== undefined && { whole: { path, ...draft.whole } }),
    ...(draft.resolvedUrl !== undefined && { resolvedUrl: draft.resolvedUrl }),
    ...(integrity.length > 0 && { integrity }),
    ...(draft.installScript === true && { installScript: true }),
    ...publishedOn(draft.published),
    ...(draft.peer === true && { peer: true }),
    ...(draft.bundled === true && { bundled: true }),
    ...(draft.accepts !== undefined && draft.accepts.length > 0 && { accepts: draft.accepts }),
  };
}

function publishedOn(moment = ''): Pick<Component, 'published'> {
  const day = /^\d{4}-\d{2}-\d{2}(?=T| |$)/.exec(moment)?.[0];
  return day === undefined ? {} : { published: day };
}

/** A declaration in a manifest: always direct. */
export function declaration(ecosystem: PackageEcosystem, draft: Draft, doubts: Doubts): Component | undefined {
  const component = componentFrom(ecosystem, draft, doubts);
  return component === undefined ? undefined : { ...component, relation: 'direct', via: [] };
}

/** The line of an entry with its line end, for removal; the entry alone when others share its line. */
export function wholeLines(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const to = newline === -1 ? text.length : newline + 1;
  const alone = text.slice(from, start).trim() === '' && /^[\s,]{0,9}$/.test(text.slice(end, to));
  return alone ? { start: from, end: to } : { start, end };
}
