import { isPackageEcosystem } from '../../dependencies/advisories/ecosystems.js';
import type { Component, ComponentSet } from '../../dependencies/component.js';
import type { Vulnerability } from '../../dependencies/matching/matches.js';
import { admits } from '../../dependencies/versions/range.js';
import type { Status } from '../../findings/finding.js';
import type { ComponentContext } from '../context.js';
import type { ComponentProblem } from '../definition.js';
import { lockCommand } from './commands.js';
import { componentKey } from './comparison.js';
import { adjustedSeverity } from './exposure.js';
import { compareKnown, isDeclaredAlike, type KnownAgainst } from './known.js';
import { type Mismatch, staleFor } from './mismatch.js';
import { functionsShipping, type ShippingFunction, shippedBy, usageOf } from './shipping.js';
import { declarationsOf, type WayOut, wayOut } from './way-out.js';
import { joined, plainWords, safeUrl } from './words.js';

const isNoMalware = ({ malware }: Vulnerability): boolean => !malware;

/** One problem for each component and status: what the change brought in, what was there before, what it fixed. */
export function* judgeVulnerable(
  base: ComponentSet | undefined,
  head: ComponentSet,
  context: ComponentContext,
): Iterable<ComponentProblem> {
  const { known: matched, gone } = compareKnown(context.advisories, base, head, isNoMalware);
  for (const known of matched) {
    yield* problemsOf({ base, head, context }, known);
  }
  if (base === undefined) return;
  for (const { component, vulnerabilities } of gone) {
    yield {
      ...identity(base, component, 0, vulnerabilities),
      at: component.at,
      side: 'base',
      status: 'fixed',
      message: `${label(component)} no longer brings in ${idsOf(vulnerabilities)}.`,
    };
  }
}

function* problemsOf(sides: Sides, known: KnownAgainst): Iterable<ComponentProblem> {
  const { introduced, worsened, existing } = known;
  const brought = introduced.length > 0 ? introduced : worsened;
  if (brought.length > 0) yield problemOf(sides, known, brought, introduced.length > 0 ? 'introduced' : 'worsened');
  if (existing.length === 0) return;
  const spreads = brought.length === 0 && !known.component.dev && newlyShipping(sides).length > 0;
  yield problemOf(sides, known, existing, spreads ? 'worsened' : 'existing');
}

/** Functions that bundle the set and did not before. A function under another name takes the place of the former one. */
function newlyShipping({ base, head, context }: Sides): readonly ShippingFunction[] {
  if (base === undefined || context.baseFunctions === undefined) return [];
  const before = functionsShipping(base, context.baseFunctions);
  const after = shippedBy(head, context.functions);
  return after.length > before.length ? after.filter(({ id }) => !before.includes(id)) : [];
}

function spreadOf(sides: Sides, status: Status): readonly string[] {
  const names = status === 'worsened' ? newlyShipping(sides).map(({ name }) => name) : [];
  return names.length === 0 ? [] : [`New with this change: it is now in the bundle of ${joined(names)}.`];
}

interface Sides {
  readonly base: ComponentSet | undefined;
  readonly head: ComponentSet;
  readonly context: ComponentContext;
}

function problemOf(
  sides: Sides,
  { component, ordinal, existing }: KnownAgainst,
  told: readonly Vulnerability[],
  status: Status,
): ComponentProblem {
  const { base, head, context } = sides;
  const functions = component.dev ? [] : shippedBy(head, context.functions);
  const all = [...new Set([...told, ...existing])];
  const stale = staleFor(head, component);
  const way = wayOut(context.advisories, head, component, all);
  const severity = adjustedSeverity(told, component, functions);
  const [declared = stale?.declared] = declarationsOf(head, component);
  const moved = declared !== undefined && !isDeclaredAlike(base, head, component.name);
  const left = existing.filter((one) => !told.includes(one));
  const kept = left.length > 0 ? [`The upgrade does not fix ${idsOf(left)}.`] : [];
  const advice = (sentences: readonly string[]) =>
    [...told.map(lineOf), '', usageOf(component, functions), ...spreadOf(sides, status), ...kept, ...sentences].join(
      '\n',
    );
  return {
    ...identity(head, component, ordinal, told),
    at: moved && declared !== undefined ? declared.at : component.at,
    ...(moved && declared !== component && { related: [component.at] }),
    status,
    severity,
    message: stale === undefined ? messageOf(component, told, way.fixed?.version) : staleMessage(head, stale, way),
    fix: way.fix,
    advice: advice(way.advice),
    ...(way.fix !== undefined && { adviceBesideFix: advice(way.advice.slice(0, 1)) }),
    component: detailsOf(head, component, { told, fixed: way.fixed?.version, functions }),
  };
}

interface Told {
  readonly told: readonly Vulnerability[];
  readonly fixed: string | undefined;
  readonly functions: readonly ShippingFunction[];
}

function detailsOf({ ecosystem }: ComponentSet, { name, version = '' }: Component, { told, fixed, functions }: Told) {
  return {
    ecosystem,
    name,
    version,
    advisories: told.map(({ ids, url, severity }) => ({ ids, url: safeUrl(url) ?? '', severity })),
    fixed,
    functions: functions.map((fn) => fn.name),
  };
}

function identity(set: ComponentSet, component: Component, ordinal: number, told: readonly Vulnerability[]) {
  const ids = told.map(({ ids: [first = ''] }) => first).sort();
  return {
    about: { id: label(component) },
    key: componentKey(set, component.name),
    discriminator: [...ids, ...(ordinal === 0 ? [] : [`#${ordinal}`])].join(' '),
  };
}

function label({ name, version }: Component): string {
  return `${name}@${version ?? ''}`;
}

function idsOf(vulnerabilities: readonly Vulnerability[]): string {
  return joined(vulnerabilities.map(({ ids }) => ids[0] ?? ''));
}

function messageOf(component: Component, told: readonly Vulnerability[], fixed: string | undefined): string {
  const count = told.length === 1 ? 'a known vulnerability' : `${told.length} known vulnerabilities`;
  const end = fixed === undefined ? 'no fix is published' : `fixed in ${fixed}`;
  return `${label(component)} has ${count} (${idsOf(told)}); ${end}.`;
}

/** The manifest was mended, and what is installed was not. */
function staleMessage(set: ComponentSet, { declared, range, locked }: Mismatch, { fixed }: WayOut): string {
  const isEnough =
    fixed !== undefined && isPackageEcosystem(set.ecosystem) && admits(set.ecosystem, range, fixed.version);
  const wanted = isEnough === true ? `allows ${fixed.version}` : `asks for ${range.slice(0, 60)}`;
  const command = lockCommand(set, locked);
  const run = command === undefined ? 'Write the lockfile again.' : `Run \`${command}\`.`;
  return `${declared.name}: the manifest ${wanted}, the lockfile still installs ${locked.version ?? ''}. ${run}`;
}

function lineOf({ ids, severity, summary, url }: Vulnerability): string {
  const [first = '', ...others] = ids;
  const address = safeUrl(url);
  const name = address === undefined ? first : `[${first}](${address})`;
  const aliases = others.length === 0 ? '' : ` (${others.slice(0, 3).join(', ')})`;
  return `- ${name}${aliases}, ${severity}${summary === '' ? '' : `: ${plainWords(summary)}`}`;
}
