import type { Component, PackageEcosystem } from '../component.js';
import { compatibilityOf, orderOf } from '../versions/order.js';
import { type AdvisoryIndex, type Vulnerability, vulnerabilitiesOf } from './matches.js';

/** The version to go to: within what the current version promises to keep, or beyond it. */
export interface FixedVersion {
  readonly version: string;
  readonly compatible: boolean;
}

/**
 * The smallest version above the current one that every given vulnerability calls fixed and no known advisory matches;
 * one with the same major (below 1.0 the same minor) if there is any. Undefined if no fix is published.
 */
export function fixedVersion(
  index: AdvisoryIndex,
  ecosystem: PackageEcosystem,
  component: Component,
  vulnerabilities: readonly Vulnerability[],
): FixedVersion | undefined {
  const { version: current } = component;
  if (current === undefined || vulnerabilities.some(({ fixes }) => fixes.length === 0)) return undefined;
  const compare = orderOf(ecosystem);
  const candidates = [...new Set(vulnerabilities.flatMap(({ fixes }) => fixes.flat()))]
    .filter((version) => (compare(version, current) ?? 0) > 0)
    .sort((a, b) => compare(a, b) ?? 0);
  const clean = candidates.filter(
    (version) => vulnerabilitiesOf(index, ecosystem, { ...component, version }).length === 0,
  );
  const compatible = clean.find((version) => compatibilityOf(version) === compatibilityOf(current));
  const version = compatible ?? clean[0];
  return version === undefined ? undefined : { version, compatible: compatible !== undefined };
}
