import type { Stack } from '../../../facts/stack.js';
import type { Severity } from '../../../findings/severity.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { inBranch, type Setting, when } from '../../../model/setting.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';
import { judgeBaseImages } from './base-images.js';
import {
  ageRankOf,
  datesOf,
  dayOf,
  familyOf,
  fixClassOf,
  isPast,
  noteOn,
  type Stage,
  stageOf,
  successorOf,
} from './lifecycle.js';

const stages: readonly Stage[] = ['blocked', 'deprecated', 'ending'];

export default definePolicy({
  id: 'deprecated-runtime',
  several: ['functions', 'run on a runtime that is out of support'],
  threat: 'vulnerable-components',
  title: 'Runtime is out of support',
  severity: 'medium',
  why: 'The provider no longer patches vulnerabilities in the runtime, and later blocks deployments, so that your own fixes cannot be released either.',
  remedy: 'Move the function to a supported runtime of the same language, and test it on that runtime.',
  acceptable: 'The function is deleted before updates of the runtime are blocked.',
  references: {
    owasp: ['OW9'],
    csa: ['SAS-3'],
    cwe: ['CWE-1104'],
    peers: ['FSBP Lambda.2', 'CKV_AWS_363', 'E2531', 'AwsSolutions-L1'],
    links: {
      aws: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html'],
      azure: ['https://learn.microsoft.com/azure/azure-functions/language-support-policy'],
      google: ['https://cloud.google.com/functions/docs/runtime-support'],
    },
  },

  // A step to a newer runtime that is out of support, too, is an improvement; to an older one it is worse.
  // Functions of images bring their own runtime, which their build file names. Left out: runtimes that the tables do not know.
  judge: judgeBaseImages,

  *check(stack, { date }) {
    for (const fn of stack.functions) {
      if (fn.packaging !== 'image') yield* problemsOf(fn, stack, date);
    }
  },
});

function* problemsOf(fn: ServerlessFunction, stack: Stack, date: string): Generator<Problem> {
  for (const stage of stages) {
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
      severity: datesOf(fn.provider, runtime)?.mild ? 'low' : severityOf(stage, fn, stack),
      confidence: match.confidence,
      discriminator: familyOf(runtime),
      rank: ageRankOf(runtime),
      ...(match.origin && { origin: match.origin }),
      message: `${fn.id} runs on ${spoken(runtime)}${inBranch(match)}, ${describe(fn, runtime, stage)}.`,
      ...(fix && { fix }),
      ...(target !== undefined &&
        (!fix || match.origin) && { advice: `Move to ${spoken(target)}, and test the function on it.` }),
    };
    return;
  }
}

/** `python|3.10` as people say it. */
function spoken(runtime: string): string {
  const [name = '', ...version] = runtime.split('|');
  const said = name === 'functions' ? 'Functions runtime' : name.replace('extension-bundle', 'extension bundle');
  return [said, ...version].join(' ');
}

/** Nobody gains anything by age alone: it weighs most where anyone can reach what can no longer be patched. */
function severityOf(stage: Stage, fn: ServerlessFunction, stack: Stack): Severity {
  if (stage === 'ending') return 'low';
  return stage === 'blocked' && stack.exposure(fn) === 'open' ? 'high' : 'medium';
}

function describe(fn: ServerlessFunction, runtime: string, stage: Stage): string {
  const dates = datesOf(fn.provider, runtime);
  if (dates?.mild) return 'which is deprecated and receives only critical fixes';
  if (stage === 'ending') return `which reaches end of support on ${dayOf(dates?.deprecated)}`;
  const since = `since ${dayOf(dates?.deprecated)}`;
  if (stage !== 'blocked') return `which has been out of support ${since}`;
  if (dates?.blocked === dates?.deprecated) return `which has been out of support and blocked ${since}`;
  return `which has been out of support ${since} and blocked since ${dayOf(dates?.blocked)}`;
}

function valuesOf(setting: Setting<string>): readonly string[] {
  if (setting.kind === 'choice') return setting.cases.flatMap(({ setting: inner }) => valuesOf(inner));
  return setting.kind === 'known' ? [setting.value] : [];
}
