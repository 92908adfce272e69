import type { Rendering } from '../report/formats/rendering.js';
import { renderTerminal } from '../report/terminal.js';

/** For people at a terminal. Quietly: what fails and nothing else, so nothing at all where nothing does. */
export function renderPretty({ outcome, view }: Rendering): string {
  if (view.quiet !== true) return renderTerminal(outcome, view);
  const findings = outcome.findings.filter(view.fails);
  return findings.length === 0 ? '' : renderTerminal({ ...outcome, findings, notices: [] }, view);
}
