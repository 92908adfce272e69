import { gitPullRequest, NoChange } from '../pull-request/git-checkout.js';
import { stagedCommit } from '../pull-request/git-staged.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import { type SettingsTexts, settingsPath } from '../settings/layers.js';
import { CannotRun, reasonOf } from './cannot-run.js';
import { judgeChange } from './judged-change.js';
import type { JudgingOptions } from './judging.js';
import { printOutcome } from './output.js';

/** Which change is meant. */
export interface ChangeOptions {
  readonly base?: string;
  readonly head: string;
  /** Compare what is staged in place of a head. */
  readonly staged?: boolean;
  readonly repo: string;
  /** A pull request on GitHub in place of a checkout. */
  readonly pull?: string;
  readonly publish?: boolean;
}

export interface ReviewOptions extends JudgingOptions, ChangeOptions {}

/** `postern review --base REV [--head REV] [--repo DIR]`: what the change between two commits introduced. */
export async function reviewCommand(options: ReviewOptions): Promise<number> {
  if (options.pull !== undefined) return (await import('./pull.js')).pullCommand(options.pull, options);
  if (options.publish === true) throw new CannotRun('--publish posts on a pull request: name it with --pull.');
  const pull = await openChange(options);
  const { outcome, judging } = await judgeChange(pull, await settingsOf(pull), options);
  return printOutcome(outcome, options, judging);
}

/** The settings of the base: those of the change itself could turn its review off. */
export async function settingsOf(pull: PullRequest): Promise<SettingsTexts> {
  const text = (await pull.read('base', [settingsPath])).get(settingsPath);
  return { repository: text === undefined ? undefined : { path: settingsPath, text }, organisation: undefined };
}

/** The change between two commits of a checkout. */
export async function openChange({ repo, base, head, staged }: ChangeOptions): Promise<PullRequest> {
  const from = base ?? (staged === true ? 'HEAD' : undefined);
  if (from === undefined) throw new CannotRun('Missing --base REV: the revision to compare with.');
  try {
    return await gitPullRequest(repo, from, staged === true ? await stagedCommit(repo) : head);
  } catch (error) {
    throw new CannotRun(error instanceof NoChange ? error.message : `git failed in ${repo}: ${reasonOf(error)}`);
  }
}
