import type { ComponentProblem } from '../policy.js';
import { joined } from './words.js';

/** The check run's table of components: what each has against it, how bad, where it ends and who ships it. */
export function componentTable(problems: readonly ComponentProblem[]): string {
  const rows = problems.flatMap(({ component, severity, status }) => {
    if (component === undefined || status === 'fixed') return [];
    const { name, version, advisories, fixed, functions } = component;
    const links = advisories.map(({ ids: [id = ''], url }) => (url === '' ? id : `[${id}](${url})`));
    const cells = [
      `\`${name}@${version}\``,
      joined(links, 10),
      severity ?? 'critical',
      fixed === undefined ? 'none' : `\`${fixed}\``,
      functions.length === 0 ? '' : joined(functions.map(plainCell)),
    ];
    return [`| ${cells.join(' | ')} |`];
  });
  if (rows.length === 0) return '';
  const head = ['| Component | Advisories | Severity | Fixed in | Functions |', '| --- | --- | --- | --- | --- |'];
  return [...head, ...rows].join('\n');
}

/** Names of functions come from the reviewed code. */
function plainCell(name: string): string {
  return name.slice(0, 100).replace(/[^\w.:/-]/g, '_');
}
