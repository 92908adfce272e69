import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Repository } from '../pull-request/client.js';
import { CannotRun, reasonOf } from './cannot-run.js';

const shape = z.object({
  pull_request: z
    .object({
      number: z.number(),
      head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullish() }),
      base: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }) }),
    })
    .optional(),
  merge_group: z.object({ head_sha: z.string(), base_sha: z.string(), base_ref: z.string() }).optional(),
});

/** What a workflow runs for. */
export type ActionEvent =
  | {
      readonly kind: 'pull';
      readonly repository: Repository;
      readonly number: number;
      readonly base: string;
      readonly head: string;
      /** The head is in a fork, or its repository is gone: its token may only read. */
      readonly isFork: boolean;
    }
  | {
      readonly kind: 'group';
      readonly repository: Repository;
      readonly base: string;
      readonly head: string;
      readonly baseRef: string;
    }
  | { readonly kind: 'tree' };

type Variables = Readonly<Record<string, string | undefined>>;

/** The event as the runner tells it; of any other than a change the checkout is looked at as it stands. */
export async function readEvent({
  GITHUB_EVENT_PATH: path,
  GITHUB_REPOSITORY: name = '',
}: Variables): Promise<ActionEvent> {
  const [owner, repo] = name.split('/');
  if (!path || !owner || !repo)
    throw new CannotRun('GITHUB_EVENT_PATH or GITHUB_REPOSITORY is not set: the action runs in a workflow of GitHub.');
  const { pull_request: pull, merge_group: group } = await parsed(path);
  const repository = { owner, repo };
  if (group !== undefined) {
    const baseRef = group.base_ref.replace(/^refs\/heads\//, '');
    return { kind: 'group', repository, base: group.base_sha, head: group.head_sha, baseRef };
  }
  if (pull === undefined) return { kind: 'tree' };
  const isFork = pull.head.repo?.full_name !== pull.base.repo.full_name;
  return { kind: 'pull', repository, number: pull.number, base: pull.base.sha, head: pull.head.sha, isFork };
}

async function parsed(path: string): Promise<z.infer<typeof shape>> {
  try {
    return shape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new CannotRun(`The event ${path} cannot be read: ${reasonOf(error).split('\n')[0]}`);
  }
}
