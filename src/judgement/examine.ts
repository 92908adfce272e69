import type { AdvisoryAnswer, PackageVersion } from '../dependencies/advisories/advisory.js';
import { deriveFacts, type Stack } from '../facts/stack.js';
import type { Finding } from '../findings/finding.js';
import { indexLines, type LineIndex } from '../findings/lines.js';
import type { Notice } from '../findings/notice.js';
import { suppress } from '../findings/suppress.js';
import { type CommentSuppression, commentSuppressions } from '../findings/suppression.js';
import { together } from '../findings/together.js';
import type { Files } from '../model/files.js';
import { findingsOf } from '../policies/findings.js';
import type { Policy, PolicyContext } from '../policies/policy.js';
import { checkStack, compareStacks, splitAbsorbed } from '../policies/run.js';
import type { Settings } from '../settings/settings.js';
import type { ReadStack } from '../stacks/read.js';

/** Everything that decides what counts as a problem. */
export interface Judge {
  readonly policies: readonly Policy[];
  readonly settings: Settings;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Asks for what is known against packages. */
  readonly advise: Advise;
}

/** Answers what advisories say about packages at versions. Never throws for what a source does. */
export type Advise = (packages: readonly PackageVersion[]) => Promise<AdvisoryAnswer>;

/** Nobody is asked, on purpose. */
export const adviseNothing: Advise = async () => ({ status: 'off', advisories: [], asOf: undefined, problems: [] });

/** One stack with what the policies found in it. */
export interface Examined {
  readonly read: ReadStack;
  readonly facts: Stack;
  readonly findings: readonly Finding[];
  /** Problems that others tell better: not reported, but not new either when the others go. */
  readonly absorbed: readonly Finding[];
  readonly notices: readonly Notice[];
  readonly comments: readonly CommentSuppression[];
}

/** A former state to compare with: its facts and the files it was read from. */
export interface Former {
  readonly facts: Stack;
  readonly files: Files;
}

/** Runs the policies over one stack, and those that need both sides when there was a former state. */
export function examine(read: ReadStack, files: Files, judge: Judge, former?: Former): Examined {
  const facts = deriveFacts(read.model);
  const context = contextOf(judge);
  const policies = judge.policies.filter(({ id }) => judge.settings.policies[id] !== 'off');
  const standing = checkStack(facts, policies, context);
  const changed = former ? compareStacks(former.facts, facts, policies, context) : { problems: [], notices: [] };
  const { told, absorbed } = splitAbsorbed([...standing.problems, ...changed.problems]);
  const headLines = linesFrom(files);
  const baseLines = former ? linesFrom(former.files) : headLines;
  const source = { framework: read.model.framework, stack: read.entry, overrides: overridesOf(judge.settings) };
  const toFindings = (problems: typeof told) => [
    ...findingsOf(
      problems.filter(({ problem }) => problem.side !== 'base'),
      { ...source, lines: headLines },
    ),
    ...findingsOf(
      problems.filter(({ problem }) => problem.side === 'base'),
      { ...source, lines: baseLines },
    ),
  ];
  const comments = read.files.map((path) => ({
    path,
    ...commentSuppressions(path, files.read(path) ?? '', judge.date),
  }));
  const suppressions = suppressionsOf(read, judge, comments);
  return {
    read,
    facts,
    findings: together(toFindings(told).map((finding) => suppress(finding, suppressions))),
    absorbed: toFindings(absorbed),
    notices: [...read.notices, ...standing.notices, ...changed.notices, ...comments.flatMap(({ notices }) => notices)],
    comments: comments.flatMap((file) => file.suppressions),
  };
}

function suppressionsOf(
  read: ReadStack,
  { settings, date, policies }: Judge,
  comments: readonly { readonly path: string; readonly suppressions: readonly CommentSuppression[] }[],
) {
  return {
    comments: new Map(comments.map(({ path, suppressions }) => [path, suppressions])),
    metadata: read.suppressions,
    settings: settings.suppressions,
    date,
    formerIds: new Map(policies.map(({ id, formerIds = [] }) => [id, formerIds])),
  };
}

function contextOf({ settings, date }: Judge): PolicyContext {
  const { defaults, trust, monitoring, completeness } = settings;
  return {
    date,
    completeness,
    trust,
    externalMonitor: monitoring.external,
    defaults: { ...defaults, reservedConcurrency: defaults.reservedConcurrency, throttle: defaults.throttle },
  };
}

export function overridesOf({ policies }: Settings): ReadonlyMap<string, Finding['severity']> {
  const overrides = new Map<string, Finding['severity']>();
  for (const [id, setting] of Object.entries(policies)) {
    if (setting !== 'off' && setting.severity !== undefined) overrides.set(id, setting.severity);
  }
  return overrides;
}

/** Line indexes of files, each made once. */
export function linesFrom(files: Files): (path: string) => LineIndex | undefined {
  const made = new Map<string, LineIndex>();
  return (path) => {
    const held = made.get(path);
    if (held !== undefined) return held;
    const text = files.read(path);
    if (text === undefined) return undefined;
    const index = indexLines(text);
    made.set(path, index);
    return index;
  };
}
