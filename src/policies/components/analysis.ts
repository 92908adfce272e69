import type { Analysis, ComponentSet, NamedPlace } from '../../dependencies/component.js';
import { globOf } from '../../model/glob.js';
import type { ComponentContext } from '../context.js';
import type { ComponentProblem } from '../definition.js';
import { compared } from './comparison.js';
import type { ShippingFunction } from './shipping.js';
import { newlySilenced } from './silenced.js';

type Standing = Omit<ComponentProblem, 'status'>;

/** Repositories whose pipelines analyse no code, and changes that end or weaken the analysis. */
export function* judgeAnalysis(
  base: ComponentSet | undefined,
  head: ComponentSet,
  context: ComponentContext,
): Iterable<ComponentProblem> {
  const { functions } = context;
  if (functions.length === 0) return;
  if (base !== undefined && head.silences !== undefined) yield* newlySilenced(base, head, context);
  const before = base === undefined ? undefined : standing(base, functions);
  yield* compared(before, standing(head, functions));
  if (base?.analysis !== undefined && head.analysis !== undefined) yield* weakened(base, head, base.analysis);
}

const workflow = `name: analysis
on: pull_request
jobs:
  codeql:
    runs-on: ubuntu-latest
    permissions: { contents: read, security-events: write }
    steps:
      - uses: actions/checkout@<commit>
      - uses: github/codeql-action/init@<commit>
      - uses: github/codeql-action/analyze@<commit>`;

function standing({ path, analysis }: ComponentSet, functions: readonly ShippingFunction[]): readonly Standing[] {
  if (analysis === undefined || !analysis.isFirst) return [];
  const missing: readonly Standing[] =
    analysis.everywhere.length > 0
      ? []
      : [
          {
            about: { id: 'the repository' },
            key: 'the repository',
            at: { path, start: 0, end: 1 },
            message: 'No workflow or pipeline of this repository analyses its code.',
            advice: workflow,
          },
        ];
  return [...missing, ...swallowed(analysis, functions)];
}

/** Exclusions that leave out the code of every function. */
function swallowed({ excluded }: Analysis, functions: readonly ShippingFunction[]): readonly Standing[] {
  const roots = functions.flatMap(({ codeRoot }) => codeRoot ?? []);
  if (roots.length === 0) return [];
  const whole = excluded.find(({ name }) => leavesOut(name, roots));
  if (whole === undefined) return [];
  return [
    {
      about: { id: 'sonar.exclusions' },
      key: 'sonar.exclusions',
      at: whole.at,
      message: `sonar.exclusions leaves out the code of every function (${whole.name.slice(0, 80)}).`,
    },
  ];
}

function leavesOut(pattern: string, roots: readonly string[]): boolean {
  if (pattern.length > 200) return false;
  const matches = globOf(pattern);
  return roots.every((root) => {
    const folder = root.replace(/^\.(?:\/|$)|\/+$/g, '');
    return matches(folder === '' ? 'handler.js' : `${folder}/handler.js`) || matches(folder);
  });
}

/** Analysers that the change takes away without another in their place, or whose failures it ignores from now on. */
function* weakened(base: ComponentSet, head: ComponentSet, before: Analysis): Iterable<ComponentProblem> {
  const now = head.analysis;
  if (now === undefined) return;
  const gone = before.steps.filter(({ name }) => !now.everywhere.includes(name));
  const isReplaced = now.everywhere.some((name) => name !== ownSettings && !before.everywhere.includes(name));
  if (!isReplaced) yield* gone.map((one) => lost(one, `${base.path} no longer runs ${one.name}`, 'base'));
  const ignored = new Set(before.optional.map(({ name }) => name));
  const newly = now.optional.filter(({ name }) => !ignored.has(name) && before.steps.some((one) => one.name === name));
  yield* newly.map((one) => lost(one, `${head.path} now ignores failures of ${one.name}`, 'head'));
}

const ownSettings = 'its settings';

function lost({ name, at }: NamedPlace, says: string, side: 'base' | 'head'): ComponentProblem {
  return {
    about: { id: name },
    key: `analysis ${name}`,
    discriminator: side === 'base' ? 'removed' : 'ignored',
    at,
    side,
    status: 'introduced',
    severity: 'medium',
    message: `${says}.`,
    advice:
      side === 'base' ? 'Restore the step, or add another analyser in its place.' : 'Remove `continue-on-error: true`.',
  };
}
