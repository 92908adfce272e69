import type { Policy, Several } from '../policies/policy.js';
import { code, link } from './markdown.js';

/** What an author reads about a policy besides the finding itself. */
export interface PolicyWords {
  readonly title: string;
  readonly several: Several;
  readonly why: string;
  readonly remedy: string;
  /** When it is right to suppress it. */
  readonly acceptable: string;
  /** A page about it. */
  readonly page: string | undefined;
}

/** The words of a policy by its id; a policy that is gone has none. */
export type Words = (policy: string) => PolicyWords | undefined;

/** The words of these policies. `pages`: where their documentation pages are published, if they are. */
export function wordsOf(policies: readonly Policy[], pages?: string): Words {
  const known = new Map(policies.map((policy) => [policy.id, policy]));
  return (id) => {
    const policy = known.get(id);
    if (policy === undefined) return undefined;
    const { title, several, why, remedy, acceptable, references } = policy;
    const page = pages === undefined ? references.links[0] : `${pages.replace(/\/$/, '')}/${id}.md`;
    return { title, several, why, remedy, acceptable, page };
  };
}

/** The policy's id, linked to its page. */
export function policyLink(id: string, words: Words): string {
  const page = words(id)?.page;
  return page === undefined ? code(id) : link(code(id), page);
}
