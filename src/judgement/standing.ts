import { holdingsOf, isServerless } from '../facts/named-things.js';
import type { Surfaces } from '../facts/surfaces/surface.js';
import type { Found } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import type { ReadExtent } from '../findings/stats.js';
import { withTriedFixes } from '../fixes/tried.js';
import type { Holding } from '../model/holding.js';
import type { ShippingFunction } from '../policies/components/shipping.js';
import type { HeldFiles } from '../stacks/files.js';
import type { ReadStack } from '../stacks/read-stack.js';
import { shippingFunctions } from './components.js';
import type { CodeOf, Examined } from './examine.js';
import { examineAll } from './examine-all.js';
import type { Judge } from './judge.js';
import { trialOf } from './trial.js';
import { type SuppressionUse, useOf } from './unused.js';

/** What stays of a stack once it was judged as it stands: its model is let go. */
export interface JudgedStack extends ReadExtent {
  readonly isServerless: boolean;
  readonly holds: readonly Holding[];
  readonly shipping: readonly ShippingFunction[];
  readonly findings: readonly Found[];
  readonly notices: readonly Notice[];
  readonly suppressions: SuppressionUse;
}

/** What judging a stack as it stands takes besides the stack. */
export interface StandingContext {
  readonly files: HeldFiles;
  readonly judge: Judge;
  /** Which findings have their fixes tried; the others have none. */
  readonly tries: (findings: readonly Found[]) => readonly Found[];
  readonly codeOf: CodeOf | undefined;
  readonly surfaces: Surfaces;
}

/** Judges stacks, each by itself. */
export function judgeStanding(
  stacks: readonly ReadStack[],
  context: StandingContext,
): ReadonlyMap<ReadStack, JudgedStack> {
  const { files, judge, codeOf, surfaces } = context;
  const examined = examineAll(stacks, files, judge, { codeOf, surfaces });
  return new Map([...examined].map(([stack, one]) => [stack, judgedStack(stack, one, context)]));
}

function judgedStack(stack: ReadStack, examined: Examined, context: StandingContext): JudgedStack {
  return {
    isServerless: isServerless(stack.model),
    holds: holdingsOf(stack.model),
    shipping: shippingFunctions(examined.facts),
    findings: withVerifiedFixes(examined, context),
    notices: examined.notices,
    suppressions: useOf(examined.written, examined.findings),
    files: stack.files,
    unresolved: stack.model.unresolved.map(({ because }) => because),
  };
}

function withVerifiedFixes(
  examined: Examined,
  { files, judge, tries, codeOf, surfaces }: StandingContext,
): readonly Found[] {
  const tried = new Set(tries(examined.findings));
  const offered = examined.findings.map((finding) => (tried.has(finding) ? finding : { ...finding, fix: null }));
  return withTriedFixes(offered, trialOf(examined, files, judge, { codeOf, surfaces }));
}
