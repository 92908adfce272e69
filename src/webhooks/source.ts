import type { Job, JobSource } from '../jobs/job.js';

/** What every webhook about a repository says. */
interface RepositoryEvent {
  readonly id: string;
  readonly payload: {
    readonly installation?: { readonly id: number } | undefined;
    readonly repository: {
      readonly name: string;
      readonly html_url: string;
      readonly owner: { readonly login: string };
    };
  };
}

/** Where a webhook comes from; undefined if it was not sent to the app as an installation. */
export function sourceOf({ id, payload }: RepositoryEvent): JobSource | undefined {
  const { installation, repository } = payload;
  if (installation === undefined) return undefined;
  return {
    installation: installation.id,
    owner: repository.owner.login,
    repo: repository.name,
    url: repository.html_url,
    delivery: id,
  };
}

/** Accepts a job; resolves when it is kept. */
export type Enqueue = (job: Job) => Promise<void>;
