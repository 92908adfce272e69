import { metricsOf } from './cvss3.js';
import { macroVectorScores } from './cvss4.data.js';

const orders: Readonly<Record<string, string>> = {
  AV: 'NALP',
  PR: 'NLH',
  UI: 'NPA',
  AC: 'LH',
  AT: 'NP',
  VC: 'HLN',
  VI: 'HLN',
  VA: 'HLN',
  SC: 'HLN',
  SI: 'HLN',
  SA: 'HLN',
};

/** The worst vectors of each class, and how many steps the class is deep (FIRST, tables of section 8.2). */
const classes: readonly Readonly<Record<string, { readonly worst: readonly string[]; readonly depth: number }>>[] = [
  {
    0: { worst: ['AV:N/PR:N/UI:N'], depth: 1 },
    1: { worst: ['AV:A/PR:N/UI:N', 'AV:N/PR:L/UI:N', 'AV:N/PR:N/UI:P'], depth: 4 },
    2: { worst: ['AV:P/PR:N/UI:N', 'AV:A/PR:L/UI:P'], depth: 5 },
  },
  { 0: { worst: ['AC:L/AT:N'], depth: 1 }, 1: { worst: ['AC:H/AT:N', 'AC:L/AT:P'], depth: 2 } },
  {
    0: { worst: ['VC:H/VI:H/VA:H'], depth: 7 },
    1: { worst: ['VC:L/VI:H/VA:H', 'VC:H/VI:L/VA:H'], depth: 8 },
    2: { worst: ['VC:L/VI:L/VA:L'], depth: 10 },
  },
  { 1: { worst: ['SC:H/SI:H/SA:H'], depth: 5 }, 2: { worst: ['SC:L/SI:L/SA:L'], depth: 4 } },
];

type Metrics = ReadonlyMap<string, string>;

/** The score of a CVSS 4.0 vector from its base metrics and its exploit maturity; undefined if a metric is missing. */
export function cvss4Score(vector: string): number | undefined {
  const metrics = metricsOf(vector);
  const complete = Object.entries(orders).every(([name, order]) => order.includes(metrics.get(name) ?? '?'));
  if (!complete) return undefined;
  const impacts = ['VC', 'VI', 'VA', 'SC', 'SI', 'SA'];
  if (impacts.every((name) => metrics.get(name) === 'N')) return 0;
  const digits = digitsOf(metrics);
  const score = macroVectorScores.get(digits.join(''));
  if (score === undefined) return undefined;
  const steps = [0, 1, 2, 3].flatMap((index) => stepOf(digits, index, metrics, score) ?? []);
  const lower = digits[4] < 2 ? 1 : 0;
  const count = steps.length + lower;
  const mean = count === 0 ? 0 : steps.reduce((sum, step) => sum + step, 0) / count;
  return Math.round((score - mean) * 10 + 1e-9) / 10;
}

type Digits = readonly [number, number, number, number, number, number];

/** The six equivalence classes. Requirements are taken as high, their default. */
function digitsOf(metrics: Metrics): Digits {
  const is = (name: string, value: string): boolean => metrics.get(name) === value;
  const easy = [is('AV', 'N'), is('PR', 'N'), is('UI', 'N')];
  const reach = easy.every(Boolean) ? 0 : easy.some(Boolean) && !is('AV', 'P') ? 1 : 2;
  const complexity = is('AC', 'L') && is('AT', 'N') ? 0 : 1;
  const high = is('VC', 'H') || is('VI', 'H') || is('VA', 'H');
  const impact = is('VC', 'H') && is('VI', 'H') ? 0 : high ? 1 : 2;
  const subsequent = is('SC', 'H') || is('SI', 'H') || is('SA', 'H') ? 1 : 2;
  const maturity = is('E', 'P') ? 1 : is('E', 'U') ? 2 : 0;
  return [reach, complexity, impact, subsequent, maturity, high ? 0 : 1];
}

/** How far the vector lies below the worst of its class, as a part of the way to the next class. */
function stepOf(digits: Digits, index: number, metrics: Metrics, score: number): number | undefined {
  const next = nextScore(digits, index);
  if (next === undefined) return undefined;
  const entry = classes[index]?.[digits[index] ?? 0];
  const distances = (entry?.worst ?? []).flatMap((worst) => distance(metrics, worst) ?? []);
  return (score - next) * ((distances[0] ?? 0) / (entry?.depth ?? 1));
}

function nextScore(digits: Digits, index: number): number | undefined {
  const raised = (...at: readonly number[]): number | undefined =>
    macroVectorScores.get(digits.map((digit, place) => (at.includes(place) ? digit + 1 : digit)).join(''));
  if (index !== 2) return raised(index);
  if (digits[2] === 0 && digits[5] === 0) return Math.max(raised(2) ?? 0, raised(5) ?? 0);
  return digits[2] === 1 && digits[5] === 0 ? raised(5) : raised(2);
}

function distance(metrics: Metrics, worst: string): number | undefined {
  let sum = 0;
  for (const [name, value] of metricsOf(worst)) {
    const order = orders[name] ?? '';
    const step = order.indexOf(metrics.get(name) ?? '') - order.indexOf(value);
    if (step < 0) return undefined;
    sum += step;
  }
  return sum;
}
