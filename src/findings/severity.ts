export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** A severity some levels up or down, never beyond the ends. */
export function shifted(severity: Severity, levels: number): Severity {
  const at = Math.min(Math.max(severities.indexOf(severity) + levels, 0), severities.length - 1);
  return severities[at] ?? severity;
}

/** The higher of two severities. */
export function worse(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) >= severities.indexOf(b) ? a : b;
}

/** The lower of two severities. */
export function milder(a: Severity, b: Severity): Severity {
  return worse(a, b) === a ? b : a;
}
