import type { Severity } from '../../../findings/severity.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { inBranch, type Setting, when } from '../../../model/setting.js';
import { definePolicy, type Problem, proposeFix } from '../../policy.js';
import { datesOf, fixClassOf, isPast, type Stage, stageOf, successorOf } from './lifecycle.js';

const stages: readonly { readonly stage: Stage; readonly severity: Severity }[] = [
  { stage: 'blocked', severity: 'high' },
  { stage: 'deprecated', severity: 'medium' },
  { stage: 'ending', severity: 'low' },
];

export default definePolicy({
  id: 'deprecated-runtime',
  several: ['functions', 'run on a runtime that is out of support'],
  threat: 'vulnerable-components',
  title: 'Language runtime is out of support',
  severity: 'high',
  why: 'A runtime out of support gets no security patches; once updates are blocked, not even a fix of your own can be deployed.',
  remedy: 'Move the function to a supported runtime of the same language and test it there.',
  acceptable: 'The function is being removed and is deleted before the runtime is blocked.',
  references: {
    owasp: ['OW9'],
    csa: ['SAS-3'],
    cwe: ['CWE-1104'],
    peers: ['FSBP Lambda.2', 'CKV_AWS_363', 'E2531', 'AwsSolutions-L1'],
    links: [
      'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
      'https://learn.microsoft.com/azure/azure-functions/language-support-policy',
      'https://cloud.google.com/functions/docs/runtime-support',
    ],
  },

  // A step to another runtime out of support is the change's own choice, so the runtime tells problems apart.
  // Left out: images (they bring their own runtime) and runtimes that the tables do not know.
  *check({ functions }, { date }) {
    for (const fn of functions) {
      if (fn.packaging !== 'image') yield* problemsOf(fn, date);
    }
  },
});

function* problemsOf(fn: ServerlessFunction, date: string): Generator<Problem> {
  for (const { stage, severity } of stages) {
    const isAt = (runtime: string) => isPast(stageOf(fn.provider, runtime, date), stage);
    const match = when(fn.runtime, isAt);
    if (match === undefined) continue;
    const runtime = valuesOf(fn.runtime).find(isAt) ?? '';
    const target = successorOf(fn.provider, runtime, date);
    const cls = target === undefined ? undefined : fixClassOf(runtime, target);
    const fix = target !== undefined && cls && proposeFix(cls, match.write(target), noteOn(cls));
    yield {
      about: fn,
      at: match.at,
      severity: datesOf(fn.provider, runtime)?.mild ? 'low' : severity,
      confidence: match.confidence,
      discriminator: runtime,
      ...(match.origin && { origin: match.origin }),
      message: `${fn.id} runs on ${runtime}${inBranch(match)}, ${describe(fn, runtime, stage)}.`,
      ...(fix && { fix }),
      ...(target !== undefined &&
        (!fix || match.origin) && { advice: `Move to ${target} after testing the function on it.` }),
    };
    return;
  }
}

function describe(fn: ServerlessFunction, runtime: string, stage: Stage): string {
  const dates = datesOf(fn.provider, runtime);
  if (dates?.mild) return 'which is deprecated and gets the most urgent fixes only';
  if (stage === 'ending') return `which is supported until ${dates?.deprecated} only`;
  return stage === 'blocked'
    ? `whose support and updates ended on ${dates?.blocked}`
    : `which gets no patches since ${dates?.deprecated}`;
}

function noteOn(cls: 'exact' | 'breaking'): string | undefined {
  return cls === 'exact'
    ? undefined
    : 'The language version changes: run the tests on it, and rebuild native dependencies.';
}

function valuesOf(setting: Setting<string>): readonly string[] {
  if (setting.kind === 'choice') return setting.cases.flatMap(({ setting: inner }) => valuesOf(inner));
  return setting.kind === 'known' ? [setting.value] : [];
}
