import type { Component } from '../../dependencies/component.js';
import { knownExploited } from '../../dependencies/matching/known-exploited.data.js';
import type { Vulnerability } from '../../dependencies/matching/matches.js';
import { type Severity, shifted, worse } from '../../findings/severity.js';
import type { ShippingFunction } from './shipping.js';

/**
 * The worst of the severities, one level up when a function that anyone can start ships it, one down when only development
 * or internal functions do. What is known to be exploited is critical.
 */
export function adjustedSeverity(
  vulnerabilities: readonly Vulnerability[],
  component: Component,
  functions: readonly ShippingFunction[],
): Severity {
  if (vulnerabilities.some(({ ids }) => ids.some((id) => knownExploited.has(id)))) return 'critical';
  const severity = vulnerabilities.map((one) => one.severity).reduce(worse, 'low');
  if (component.dev) return shifted(severity, -1);
  if (functions.some(({ exposure }) => exposure === 'open')) return shifted(severity, 1);
  const internal = functions.length > 0 && functions.every(({ exposure }) => exposure === 'internal');
  return internal ? shifted(severity, -1) : severity;
}
