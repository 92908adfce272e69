import { type Assumptions, usualAssumptions } from './assumptions.js';
import type { Constants, HeadKind } from './constants.js';
import { simulate, type Week } from './simulate.js';
import { sizesOf } from './traffic.js';

const kinds: Readonly<Record<HeadKind, string>> = {
  other: 'nothing serverless',
  quiet: 'serverless, nothing new',
  telling: 'something new is told',
};

/** The tables of `docs/operate/scale.md`. */
export function renderScale(constants: Constants, assumptions: Assumptions = usualAssumptions): string {
  const sizes = [100, 1000, assumptions.repositories];
  const weeks = sizes.map((repositories) => weekOf(constants, { ...assumptions, repositories }));
  return `${measured(constants)}\n${table(sizes, weeks, { constants, assumptions })}`;
}

function weekOf(constants: Constants, assumptions: Assumptions): Week {
  const installations = Math.min(assumptions.installations, Math.ceil(assumptions.repositories / 100));
  const given = { ...assumptions, installations };
  return simulate(given, constants, sizesOf(given));
}

function measured({ measuredOn, heads, bytes, webhooksPerHead, webhookMilliseconds }: Constants): string {
  const rows = Object.entries(kinds).map(([kind, name]) => {
    const { calls, writes, milliseconds, findings } = heads[kind as HeadKind];
    return `| ${name} | ${calls} | ${writes} | ${milliseconds} ms | ${findings} |`;
  });
  return `Measured on ${measuredOn}, on the shop of the demo:

| a head with | calls | of which write | processor time | findings kept |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

A head brings ${webhooksPerHead} webhooks of ${webhookMilliseconds} ms each. Kept with indexes: a delivery ${bytes.delivery} bytes, a review
${bytes.review}, a finding ${bytes.finding} with the lines it stands on.
`;
}

interface Given {
  readonly constants: Constants;
  readonly assumptions: Assumptions;
}

const deliveryDays = 7;

function table(sizes: readonly number[], weeks: readonly Week[], { constants, assumptions }: Given): string {
  const { bytes } = constants;
  const perDay = (week: Week) => (week.heads * bytes.review + week.findings * bytes.finding) / 7;
  const rows: readonly (readonly [string, (week: Week) => string])[] = [
    ['heads a week', ({ heads }) => count(heads)],
    ['webhooks a week', ({ webhooks }) => count(webhooks)],
    ['calls to GitHub a week', ({ calls }) => count(calls)],
    ["most of an installation's limit in an hour", ({ mostOfLimit }) => `${Math.round(mostOfLimit * 100)} %`],
    ['processor time a week', ({ work }) => duration(work)],
    [
      'busiest hour: heads, and cores they keep busy',
      ({ busiestHour: { heads, work } }) => `${count(heads)}, ${(work / 3600).toFixed(2)}`,
    ],
    [
      `until the check is concluded, with ${assumptions.workers} workers: median, 99 %, longest`,
      ({ wait }) => [wait.median, wait.late, wait.longest].map(duration).join(', '),
    ],
    [
      'rows a day: deliveries, reviews, findings',
      ({ webhooks, heads, findings }) => [webhooks, heads, findings].map((one) => count(one / 7)).join(', '),
    ],
    [
      'bytes a day: deliveries, history',
      (week) => `${megabytes((week.webhooks * bytes.delivery) / 7)}, ${megabytes(perDay(week))}`,
    ],
    [
      `kept in all: history of ${assumptions.historyDays} days, deliveries of ${deliveryDays}`,
      (week) => megabytes(perDay(week) * assumptions.historyDays + week.webhooks * bytes.delivery),
    ],
  ];
  const head = `| repositories | ${sizes.map(count).join(' | ')} |\n| --- |${' --- |'.repeat(sizes.length)}`;
  return `${head}\n${rows.map(([name, of]) => `| ${name} | ${weeks.map(of).join(' | ')} |`).join('\n')}\n`;
}

/** Two figures that count, with commas. */
function count(number: number): string {
  const digits = Math.max(0, Math.floor(Math.log10(Math.max(1, number))) - 1);
  const rounded = Math.round(number / 10 ** digits) * 10 ** digits;
  return rounded.toLocaleString('en-US');
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000_000))} MB`
    : `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
