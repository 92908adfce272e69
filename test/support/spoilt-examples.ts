import type { Judge } from '../../src/judgement/judge.js';
import { catalogue } from '../../src/policies/catalogue.js';
import type { Policy } from '../../src/policies/definition.js';
import { review } from '../../src/review.js';
import { pullOfBytes } from './bytes.js';
import { componentExamplesOf } from './component-examples.js';
import { examplesOf } from './examples.js';
import { judgeWithoutFixes } from './without-fixes.js';

type Texts = ReadonlyMap<string, string>;

/** One file of a bad example, without which something is not found. */
export interface Victim {
  readonly name: string;
  /** The framework or format with its variant. */
  readonly variant: string;
  readonly path: string;
  readonly files: Texts;
  readonly judge: Judge;
  /** What the policies find in the example as it stands, each with its file. */
  readonly policies: readonly string[];
}

/** Every file of every bad example that decides something. */
export async function victims(): Promise<readonly Victim[]> {
  const found: Victim[] = [];
  for (const example of catalogue.flatMap(badExamples)) {
    const policies = await policiesIn(example.files, example.judge);
    for (const path of example.files.keys()) {
      const others = new Map([...example.files].filter(([other]) => other !== path));
      const without = others.size === 0 ? [] : await policiesIn(others, example.judge);
      if (without.join() !== policies.join()) found.push({ ...example, path, policies });
    }
  }
  return found;
}

type Whole = Omit<Victim, 'path' | 'policies'>;

function badExamples(policy: Policy): readonly Whole[] {
  if ('compare' in policy) return [];
  if ('judge' in policy && !('check' in policy || 'inspect' in policy)) {
    const bad = componentExamplesOf(policy).filter(({ kind }) => kind === 'bad');
    return bad.map(({ name, head, advisories }) => ({
      name: `${policy.id} ${name}`,
      variant: name,
      files: new Map(head.list().map((path) => [path, head.read(path) ?? ''])),
      judge: {
        ...judgeWithoutFixes(),
        advise: async () => ({ status: 'complete', advisories, asOf: undefined, problems: [] }),
      },
    }));
  }
  const bad = examplesOf(policy).filter(({ kind }) => kind === 'bad');
  return bad.map(({ framework, variant, files }) => ({
    name: `${policy.id} ${framework}.${variant}`,
    variant: `${framework}.${variant}`,
    files,
    judge: judgeWithoutFixes(),
  }));
}

async function policiesIn(files: Texts, by: Judge): Promise<readonly string[]> {
  const { findings } = await review(pullOfBytes(new Map(), files), by);
  return [...new Set(findings.map(({ policy, at }) => `${policy} ${at.path}`))].sort();
}
