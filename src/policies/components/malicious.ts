import type { Affected } from '../../dependencies/advisories/advisory.js';
import { isPackageEcosystem } from '../../dependencies/advisories/ecosystems.js';
import type { Component, ComponentSet } from '../../dependencies/component.js';
import { type AdvisoryIndex, isMalware, type Vulnerability } from '../../dependencies/matching/matches.js';
import type { ComponentContext } from '../context.js';
import type { ComponentProblem } from '../definition.js';
import { removeCommand } from './commands.js';
import { componentKey } from './comparison.js';
import { compareKnown } from './known.js';
import { declarationsOf } from './way-out.js';
import { joined, safeUrl } from './words.js';

const isKnownMalware = ({ malware }: Vulnerability): boolean => malware;

/** Known malware at its exact versions, and by its name alone where every version is malware. */
export function* judgeMalicious(
  base: ComponentSet | undefined,
  head: ComponentSet,
  { advisories }: ComponentContext,
): Iterable<ComponentProblem> {
  const { known, gone } = compareKnown(advisories, base, head, isKnownMalware);
  for (const { component, introduced, worsened, existing } of known) {
    const fresh = [...introduced, ...worsened].length > 0;
    yield problemOf(head, component, [...introduced, ...worsened, ...existing], fresh ? 'introduced' : 'existing');
  }
  const before = new Set(
    base === undefined ? [] : namedMalware(advisories, base).map(({ component }) => component.name),
  );
  for (const { component, vulnerability } of namedMalware(advisories, head)) {
    yield problemOf(head, component, [vulnerability], before.has(component.name) ? 'existing' : 'introduced');
  }
  if (base === undefined) return;
  for (const { component, vulnerabilities } of gone) {
    yield { ...problemOf(base, component, vulnerabilities, 'fixed'), side: 'base', fix: undefined };
  }
}

function problemOf(
  set: ComponentSet,
  component: Component,
  found: readonly Vulnerability[],
  status: ComponentProblem['status'],
): ComponentProblem {
  const label = component.version === undefined ? component.name : `${component.name}@${component.version}`;
  const [declared] = declarationsOf(set, component);
  const ids = found.map(({ ids: [first = ''] }) => first);
  return {
    about: { id: label },
    key: componentKey(set, component.name),
    at: declared?.at ?? component.at,
    ...(declared !== undefined && declared !== component && { related: [component.at] }),
    status,
    message: `${label} is known malware (${joined(ids)}).`,
    fix: removal(set, declared),
    advice: adviceFor(set, component, found).join('\n'),
    component: {
      ecosystem: set.ecosystem,
      name: component.name,
      version: component.version ?? '',
      advisories: found.map(({ ids: all, url }) => ({ ids: all, url: safeUrl(url) ?? '', severity: 'critical' })),
      fixed: undefined,
      functions: [],
    },
  };
}

/** The manifest's entry goes, where that is all there is: a lockfile that names the package still installs it. */
function removal(set: ComponentSet, declared: Component | undefined): ComponentProblem['fix'] {
  if (declared?.whole === undefined || set.kind === 'lockfile') return undefined;
  if (set.locked.some(({ name }) => name === declared.name)) return undefined;
  return {
    class: 'exact',
    edits: [{ ...declared.whole, text: '' }],
    note: 'After this edit rotate every credential on machines that installed it.',
  };
}

function adviceFor(set: ComponentSet, component: Component, found: readonly Vulnerability[]): readonly string[] {
  const links = found.flatMap(({ url }) => safeUrl(url) ?? []);
  const direct = component.relation !== 'transitive' && component.via.length === 0;
  const command = direct ? removeCommand(set, component) : undefined;
  const [parent] = component.via;
  const way = component.via.length === 0 ? [] : [`It is brought in by \`${component.via.join('` → `')}\`.`];
  return [
    ...links,
    ...way,
    ...(command === undefined ? [] : [`Remove it: \`${command}\`.`]),
    ...(parent === undefined ? [] : [`Remove \`${parent}\`, or upgrade it to a version that does not bring it in.`]),
    'Rotate every credential on machines that installed it.',
  ];
}

interface NamedMalware {
  readonly component: Component;
  readonly vulnerability: Vulnerability;
}

/** Manifest entries without a version whose name is malware in all its versions, where no lockfile decides. */
function namedMalware(index: AdvisoryIndex, set: ComponentSet): readonly NamedMalware[] {
  const { ecosystem } = set;
  if (set.kind !== 'manifest' || !isPackageEcosystem(ecosystem)) return [];
  const locked = new Set(set.locked.map(({ name }) => name));
  const open = set.components.filter(({ version, origin }) => version === undefined && origin === 'registry');
  return open.flatMap((component) => {
    if (locked.has(component.name)) return [];
    const all = index.entriesOf(ecosystem, component.name);
    const entry = all.find(({ advisory, affected }) => isMalware(advisory) && isEveryVersion(affected));
    if (entry === undefined) return [];
    const { id, aliases, summary, url } = entry.advisory;
    const vulnerability: Vulnerability = {
      ids: [id, ...aliases],
      summary,
      url,
      severity: 'critical',
      malware: true,
      fixes: [],
    };
    return [{ component, vulnerability }];
  });
}

function isEveryVersion({ ranges }: Affected): boolean {
  return ranges.some(({ type, events }) => type !== 'GIT' && events.length === 1 && events[0]?.introduced === '0');
}
