import { deriveFacts, type Stack } from '../facts/stack.js';
import type { Found } from '../findings/finding.js';
import { linesFrom } from '../findings/lines.js';
import type { Notice } from '../findings/notice.js';
import { suppress } from '../findings/suppress.js';
import { together } from '../findings/together.js';
import type { Files } from '../model/files.js';
import { findingsOf } from '../policies/findings.js';
import type { Problem } from '../policies/policy.js';
import { checkStack, compareStacks, type Problems, splitAbsorbed } from '../policies/run.js';
import type { ReadStack } from '../stacks/read.js';
import { activePolicies, contextOf, type Judge, overridesOf } from './judge.js';
import type { WrittenSuppression } from './new-suppressions.js';
import { suppressionsIn } from './suppressions.js';

/** One stack with what the policies found in it. */
export interface Examined {
  readonly read: ReadStack;
  readonly facts: Stack;
  readonly findings: readonly Found[];
  /** Problems that others tell better: not reported, but not new either when the others go. */
  readonly absorbed: readonly Found[];
  readonly notices: readonly Notice[];
  /** The suppressions in its files. */
  readonly written: readonly WrittenSuppression[];
}

/** A former state to compare with: its facts and the files it was read from. */
export interface Former {
  readonly facts: Stack;
  readonly files: Files;
}

/** Runs the policies over one stack, and those that need both sides when there was a former state. */
export function examine(read: ReadStack, files: Files, judge: Judge, former?: Former): Examined {
  const facts = deriveFacts(read.model);
  const { problems, notices } = problemsIn(facts, judge, former);
  const { told, absorbed } = splitAbsorbed(problems);
  const head = linesFrom(files);
  const source = {
    framework: read.model.framework,
    stack: read.entry,
    lines: { head, base: former ? linesFrom(former.files) : head },
    overrides: overridesOf(judge),
    namesOf: ({ about, side }: Problem) => (side === 'base' && former ? former.facts : facts).names(about.id),
  };
  const accepted = suppressionsIn({ paths: read.files, metadata: read.suppressions }, files, judge);
  return {
    read,
    facts,
    findings: together(findingsOf(told, source).map((finding) => suppress(finding, accepted.all))),
    absorbed: findingsOf(absorbed, source),
    notices: [...read.notices, ...notices, ...accepted.notices],
    written: accepted.written,
  };
}

function problemsIn(facts: Stack, judge: Judge, former: Former | undefined): Problems {
  const policies = activePolicies(judge);
  const context = contextOf(judge);
  const standing = checkStack(facts, policies, context);
  if (former === undefined) return standing;
  const changed = compareStacks(former.facts, facts, policies, context);
  return {
    problems: [...standing.problems, ...changed.problems],
    notices: [...standing.notices, ...changed.notices],
  };
}
