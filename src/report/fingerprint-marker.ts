import type { Placed } from '../findings/finding.js';

const markerStart = '<!-- postern:fingerprint ';

/** Invisible: which findings a comment is about. */
export function fingerprintMarker(findings: readonly Placed[]): string {
  return `${markerStart}${[...new Set(findings.map(({ fingerprint }) => fingerprint))].join(' ')} -->`;
}

/** The fingerprints in a comment that this app wrote. */
export function fingerprintsIn(body: string): readonly string[] {
  const start = body.lastIndexOf(markerStart);
  if (start === -1) return [];
  const end = body.indexOf(' -->', start);
  return end === -1 ? [] : body.slice(start + markerStart.length, end).split(' ');
}
