import type { PhysicalLocation, Region } from 'sarif';
import type { Position } from '../../findings/finding.js';

/** A place in a file of the repository. */
export function placeOf(path: string, region: Region | undefined): PhysicalLocation {
  return {
    artifactLocation: { uri: uriOf(path), uriBaseId: '%SRCROOT%' },
    ...(region !== undefined && { region }),
  };
}

/** Lines and columns from 1, end column exclusive: as SARIF counts too. */
export function regionOf({ start, end }: { readonly start: Position; readonly end: Position }): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A relative reference that no name can turn into anything else. */
function uriOf(path: string): string {
  const whole = path.replace(/\p{Cs}/gu, '\uFFFD');
  return whole.split('/').map(encodeURIComponent).join('/');
}
