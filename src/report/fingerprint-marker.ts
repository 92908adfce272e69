import type { Found } from '../findings/finding.js';
import { identitiesOf } from '../findings/together.js';

/** `fingerprint`: what a comment is about; `known`: what was known besides when it was posted. */
const starts = { fingerprint: '<!-- postern:fingerprint ', known: '<!-- postern:known ' } as const;

/** What follows one of these is a part of a sum, or another name of the same finding. */
const [partSign, nameSign] = ['+', '~'];

/** Findings in a marker; more are left out, or it would fill the comment. */
const mostMarked = 400;

/** Invisible: which findings a comment is about, with those that they are the sum of. */
export function fingerprintMarker(findings: readonly Found[]): string {
  return markerOf('fingerprint', findings);
}

/** Invisible: what the check alone tells, so that a later review does not take it for new. */
export function knownMarker(findings: readonly Found[]): string {
  return findings.length === 0 ? '' : `\n\n${markerOf('known', findings)}`;
}

function markerOf(kind: keyof typeof starts, findings: readonly Found[]): string {
  const words = findings.map((finding) =>
    [finding, ...(finding.absorbed ?? [])].map((one) => identitiesOf(one).join(nameSign)).join(partSign),
  );
  return `${starts[kind]}${[...new Set(words)].slice(0, mostMarked).join(' ')} -->`;
}

/** All fingerprints that a comment of this app is about. */
export function fingerprintsIn(body: string): readonly string[] {
  return wordsIn(body, 'fingerprint').flatMap((word) => word.split(/[+~]/));
}

/** All fingerprints that were known besides when a comment of this app was posted. */
export function knownIn(body: string): readonly string[] {
  return wordsIn(body, 'known').flatMap((word) => word.split(/[+~]/));
}

/** The problems that were told when a comment was posted, of a sum its parts; each by its fingerprints. */
export function problemsIn(body: string): readonly (readonly string[])[] {
  return [...wordsIn(body, 'fingerprint'), ...wordsIn(body, 'known')].flatMap((word) => {
    const [sum = '', ...parts] = word.split(partSign);
    return (parts.length === 0 ? [sum] : parts).map((one) => one.split(nameSign));
  });
}

function wordsIn(body: string, kind: keyof typeof starts): readonly string[] {
  const start = body.lastIndexOf(starts[kind]);
  if (start === -1) return [];
  const end = body.indexOf(' -->', start);
  return end === -1 ? [] : body.slice(start + starts[kind].length, end).split(' ');
}
