/** Terminals that follow OSC 8 links, as chalk/supports-hyperlinks knows them in November 2026. */
const programs: ReadonlySet<string> = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'zed']);
const terminals: ReadonlySet<string> = new Set(['alacritty', 'xterm-kitty']);

/** VTE follows links from 0.50 on, and 0.50.0 crashes over them. */
const firstVte = 5001;

/** True if the surroundings name a terminal that follows hyperlinks. `FORCE_HYPERLINK` decides where it is set. */
export function followsLinks(environment: Readonly<Record<string, string | undefined>>): boolean {
  const { FORCE_HYPERLINK: forced, CI, TERM_PROGRAM = '', TERM = '', VTE_VERSION, WT_SESSION } = environment;
  if (forced !== undefined && forced !== '') return forced !== '0';
  if (CI !== undefined) return false;
  if (programs.has(TERM_PROGRAM) || terminals.has(TERM) || WT_SESSION !== undefined) return true;
  return Number(VTE_VERSION ?? 0) >= firstVte;
}
