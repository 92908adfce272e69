const weights: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
};

const privileges: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  U: { N: 0.85, L: 0.62, H: 0.27 },
  C: { N: 0.85, L: 0.68, H: 0.5 },
};

/** The metrics of a vector: `AV:N/AC:L/...`. */
export function metricsOf(vector: string): ReadonlyMap<string, string> {
  const pairs = vector
    .slice(0, 500)
    .split('/')
    .map((part) => part.split(':', 2));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}

/** The base score of a CVSS 3.0 or 3.1 vector; undefined if a metric is missing. */
export function cvss3Score(vector: string): number | undefined {
  const metrics = metricsOf(vector);
  const weight = (name: string): number => weights[name]?.[metrics.get(name) ?? ''] ?? Number.NaN;
  const scope = metrics.get('S') ?? '';
  const privilege = privileges[scope]?.[metrics.get('PR') ?? ''] ?? Number.NaN;
  const base = 1 - (1 - weight('C')) * (1 - weight('I')) * (1 - weight('A'));
  const changed = scope === 'C';
  const impact = changed ? 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15 : 6.42 * base;
  const exploitability = 8.22 * weight('AV') * weight('AC') * privilege * weight('UI');
  if (Number.isNaN(impact) || Number.isNaN(exploitability)) return undefined;
  if (impact <= 0) return 0;
  const sum = impact + exploitability;
  return roundUp(Math.min(changed ? 1.08 * sum : sum, 10));
}

/** One decimal up, as the 3.1 specification defines it without floating-point surprises. */
function roundUp(score: number): number {
  const whole = Math.round(score * 100_000);
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}
