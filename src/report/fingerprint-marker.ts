import type { Found } from '../findings/finding.js';
import { identitiesOf } from '../findings/together.js';

const markerStart = '<!-- postern:fingerprint ';

/** What follows one of these is a part of a sum, or another name of the same finding. */
const [partSign, nameSign] = ['+', '~'];

/** Invisible: which findings a comment is about, with those that they are the sum of. */
export function fingerprintMarker(findings: readonly Found[]): string {
  const words = findings.map((finding) =>
    [finding, ...(finding.absorbed ?? [])].map((one) => identitiesOf(one).join(nameSign)).join(partSign),
  );
  return `${markerStart}${[...new Set(words)].join(' ')} -->`;
}

/** All fingerprints in a comment that this app wrote. */
export function fingerprintsIn(body: string): readonly string[] {
  return wordsIn(body).flatMap((word) => word.split(/[+~]/));
}

/** The problems that a comment tells, of a sum its parts; each by its fingerprints. */
export function problemsIn(body: string): readonly (readonly string[])[] {
  return wordsIn(body).flatMap((word) => {
    const [sum = '', ...parts] = word.split(partSign);
    return (parts.length === 0 ? [sum] : parts).map((one) => one.split(nameSign));
  });
}

function wordsIn(body: string): readonly string[] {
  const start = body.lastIndexOf(markerStart);
  if (start === -1) return [];
  const end = body.indexOf(' -->', start);
  return end === -1 ? [] : body.slice(start + markerStart.length, end).split(' ');
}
