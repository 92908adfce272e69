import type { Component, ComponentSet } from '../../dependencies/component.js';
import type { Vulnerability } from '../../dependencies/matching/matches.js';
import type { Status } from '../../findings/finding.js';
import type { ComponentContext, ComponentProblem } from '../policy.js';
import { componentKey } from './comparison.js';
import { adjustedSeverity } from './exposure.js';
import { compareKnown, isDeclaredAlike, type KnownAgainst } from './known.js';
import { shippedBy, usageOf } from './shipping.js';
import { declarationsOf, wayOut } from './way-out.js';
import { joined, plainWords, safeUrl } from './words.js';

const isNoMalware = ({ malware }: Vulnerability): boolean => !malware;

/** One problem for each component and status: what the change brought in, what was there before, what it mended. */
export function* judgeVulnerable(
  base: ComponentSet | undefined,
  head: ComponentSet,
  context: ComponentContext,
): Iterable<ComponentProblem> {
  const { known: matched, gone } = compareKnown(context.advisories, base, head, isNoMalware);
  for (const known of matched) {
    const brought = known.introduced.length > 0 ? known.introduced : known.worsened;
    const status = known.introduced.length > 0 ? 'introduced' : 'worsened';
    if (brought.length > 0) yield problemOf({ base, head, context }, known, brought, status);
    if (known.existing.length > 0) yield problemOf({ base, head, context }, known, known.existing, 'existing');
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

interface Sides {
  readonly base: ComponentSet | undefined;
  readonly head: ComponentSet;
  readonly context: ComponentContext;
}

function problemOf(
  { base, head, context }: Sides,
  { component, ordinal, existing }: KnownAgainst,
  told: readonly Vulnerability[],
  status: Status,
): ComponentProblem {
  const functions = component.dev ? [] : shippedBy(head, context.functions);
  const all = [...new Set([...told, ...existing])];
  const way = wayOut(context.advisories, head, component, all);
  const severity = adjustedSeverity(told, component, functions);
  const [declared] = declarationsOf(head, component);
  const moved = declared !== undefined && !isDeclaredAlike(base, head, component.name);
  const kept = status !== 'existing' && existing.length > 0 ? [`The bump does not fix ${idsOf(existing)}.`] : [];
  const advice = [...told.map(lineOf), '', usageOf(component, functions), ...kept, ...way.advice];
  return {
    ...identity(head, component, ordinal, told),
    at: moved && declared !== undefined ? declared.at : component.at,
    ...(moved && declared !== component && { related: [component.at] }),
    status,
    severity,
    message: messageOf(component, told, way.fixed?.version),
    fix: way.fix,
    advice: advice.join('\n'),
    component: {
      ecosystem: head.ecosystem,
      name: component.name,
      version: component.version ?? '',
      advisories: told.map(({ ids, url, severity: own }) => ({ ids, url: safeUrl(url) ?? '', severity: own })),
      fixed: way.fixed?.version,
      functions: functions.map(({ name }) => name),
    },
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

function lineOf({ ids, severity, summary, url }: Vulnerability): string {
  const [first = '', ...others] = ids;
  const address = safeUrl(url);
  const name = address === undefined ? first : `[${first}](${address})`;
  const aliases = others.length === 0 ? '' : ` (${others.slice(0, 3).join(', ')})`;
  return `- ${name}${aliases}, ${severity}${summary === '' ? '' : `: ${plainWords(summary)}`}`;
}
