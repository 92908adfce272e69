import type { StackCode } from '../code/stack-code.js';
import { renaming } from '../diff/renames/names.js';
import { deriveFacts, type Stack } from '../facts/stack.js';
import type { Surfaces } from '../facts/surfaces/surface.js';
import { thingsOf } from '../facts/things.js';
import { within } from '../findings/allowance.js';
import type { Found } from '../findings/finding.js';
import { linesFrom, positionOf } from '../findings/lines.js';
import type { Notice } from '../findings/notice.js';
import { suppress } from '../findings/suppress.js';
import { together } from '../findings/together.js';
import { unreadStack } from '../frameworks/files/unread-stack.js';
import type { Files } from '../model/files.js';
import type { Problem } from '../policies/definition.js';
import { findingsOf } from '../policies/findings.js';
import {
  checkStack,
  compareStacks,
  inspectCode,
  type Problems,
  refineProblems,
  splitAbsorbed,
} from '../policies/run.js';
import type { ReadStack } from '../stacks/read-stack.js';
import { activePolicies, contextOf, type Judge, overridesOf } from './judge.js';
import type { WrittenSuppression } from './new-suppressions.js';
import { peersIn, silencedByPeers, type Whole } from './peer-suppressions.js';
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

/** True if part of a stack could not be read: what is not in it may be there all the same. */
export function isUnread(examined: Examined | undefined): boolean {
  return examined?.notices.some(({ kind }) => kind === 'unread') ?? false;
}

/** A former state to compare with: its facts under the head's names, the files it was read from, its own names, and the paths that changed. */
export interface Former {
  readonly facts: Stack | undefined;
  readonly files: Files;
  /** Former ids by present ones. */
  readonly names: ReadonlyMap<string, string>;
  readonly changed?: readonly string[];
}

/** Reads the handlers of a stack, as far as a change touches them. */
export type CodeOf = (stack: Stack, files: Files) => StackCode;

/** What a stack is compared with, and how its handlers are read; without a reader they are not judged. */
export interface Beside {
  readonly former?: Former | undefined;
  readonly codeOf?: CodeOf | undefined;
  /** What other stacks of the commit answer and describe. */
  readonly surfaces?: Surfaces | undefined;
}

/**
 * Runs the policies over one stack and its handlers, and those that need both sides when there was a former state. A stack
 * that takes too long counts as unread.
 */
export function examine(read: ReadStack, files: Files, judge: Judge, beside: Beside = {}): Examined {
  const allowance = () => read.files.reduce((sum, path) => sum + (files.read(path)?.length ?? 0), 0);
  const asked = { files, judge, former: beside.former };
  const { codeOf, surfaces } = beside;
  const early = codeOf && within(allowance, () => deriveFacts(read.model, surfaces));
  // Handlers limit their own time, each.
  const code = early && codeOf(early.value, files);
  const isSpent = codeOf !== undefined && early === undefined;
  const finished = isSpent
    ? undefined
    : within(allowance, () =>
        examineWith({ read, facts: early?.value ?? deriveFacts(read.model, surfaces), code, ...asked }),
      );
  return finished?.value ?? unexamined(read, asked);
}

interface Asked {
  readonly files: Files;
  readonly judge: Judge;
  readonly former?: Former | undefined;
}

/** Nothing is known of a stack that takes too long. */
function unexamined(read: ReadStack, asked: Asked): Examined {
  const message = 'This stack takes too long to judge; it was not reviewed. Split it into smaller ones.';
  const notices: readonly Notice[] = [...read.notices, { path: read.model.path, message, kind: 'unread' }];
  const nothing = { ...read, ...unreadStack(read.model.framework, read.model.path, notices), files: read.files };
  return examineWith({ read: nothing, facts: deriveFacts(nothing.model), code: undefined, ...asked });
}

interface Examination extends Asked {
  readonly read: ReadStack;
  readonly facts: Stack;
  readonly code: StackCode | undefined;
}

function examineWith({ read, facts, code, files, judge, former }: Examination): Examined {
  const { problems, notices } = withCode(problemsIn(facts, judge, former), code, judge);
  const { told, absorbed } = splitAbsorbed(problems);
  const head = linesFrom(files);
  const source = {
    framework: read.model.framework,
    stack: read.entry,
    lines: { head, base: former ? linesFrom(former.files) : head },
    overrides: overridesOf(judge),
    thingOf: thingsOf(facts, facts.resource),
    ...(former && { formerly: renaming(former.names) }),
    namesOf: ({ about, side }: Problem) => ((side === 'base' ? former?.facts : undefined) ?? facts).names(about.id),
  };
  const accepted = suppressionsIn(
    { paths: [...new Set([...read.files, ...pathsIn(code, told)])], metadata: read.suppressions },
    files,
    judge,
  );
  const { policies, settings } = judge;
  const peers = peersIn(read.files, files, {
    tools: settings.honourSuppressionsOf,
    policies,
    metadata: read.peers,
  });
  const parts = findingsOf(absorbed, source);
  const partOf = new Map(absorbed.map((problem, index) => [problem, parts[index]]));
  const found = findingsOf(told, source).map((finding, index) => {
    const own = told[index]?.absorbed.flatMap((problem) => partOf.get(problem) ?? []) ?? [];
    const accepting = suppress(own.length === 0 ? finding : { ...finding, absorbed: own }, accepted.all);
    return silencedByPeers(accepting, peers, wholeOf(facts, finding, head));
  });
  return {
    read,
    facts,
    findings: together(found),
    absorbed: parts,
    notices: [...read.notices, ...(code?.notices ?? []), ...notices, ...accepted.notices],
    written: accepted.written,
  };
}

function wholeOf({ resource }: Stack, finding: Found, lines: ReturnType<typeof linesFrom>): Whole | undefined {
  const at = resource(finding.resource)?.whole;
  const index = at && lines(at.path);
  return at && index && { at, line: positionOf(index, at.start).line };
}

function problemsIn(facts: Stack, judge: Judge, former: Former | undefined): Problems {
  const policies = activePolicies(judge);
  const context = contextOf(judge);
  const standing = checkStack(facts, policies, context);
  if (former?.facts === undefined) return standing;
  const changed = compareStacks(former.facts, facts, policies, { ...context, changed: former.changed ?? [] });
  return {
    problems: [...standing.problems, ...changed.problems],
    notices: [...standing.notices, ...changed.notices],
  };
}

function withCode(found: Problems, code: StackCode | undefined, judge: Judge): Problems {
  if (code === undefined) return found;
  const inspected = inspectCode(code, activePolicies(judge), contextOf(judge));
  return {
    problems: [...refineProblems(found.problems, code), ...inspected.problems],
    notices: [...found.notices, ...inspected.notices],
  };
}

/** Files of code in which a remark may stand that accepts something: those of functions that have flows, and those of problems. */
function pathsIn(code: StackCode | undefined, told: Problems['problems']): readonly string[] {
  const own = new Set(code?.functions.flatMap(({ paths }) => paths));
  const flowing = code?.functions.flatMap(({ paths, flows }) => (flows.length === 0 ? [] : paths)) ?? [];
  return [...flowing, ...told.map(({ problem }) => problem.at.path).filter((path) => own.has(path))];
}
