import type { Found } from '../findings/finding.js';
import { providerOf } from '../findings/provider.js';
import type { Links, Policy, Several } from '../policies/definition.js';
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
  /** Pages of the platforms, where it has none of its own. */
  readonly links?: Links;
}

type About = Pick<Found, 'framework' | 'resource'>;

/** The words of a policy by its id; a policy that is gone has none. */
export type Words = (policy: string) => PolicyWords | undefined;

/** The words of these policies. `pages`: where their documentation pages are published, if they are. */
export function wordsOf(policies: readonly Policy[], pages?: string): Words {
  const known = new Map(policies.map((policy) => [policy.id, policy]));
  return (id) => {
    const policy = known.get(id);
    if (policy === undefined) return undefined;
    const { title, several, why, remedy, acceptable, references } = policy;
    const { links } = references;
    if (pages === undefined) return { title, several, why, remedy, acceptable, page: linkOf(links), links };
    const page = `${pages.replace(/\/$/, '')}/${id}.md`;
    return { title, several, why, remedy, acceptable, page };
  };
}

/** The platform's own page, else one of nobody in particular; without either the first there is. */
function linkOf(links: Links, finding?: About): string | undefined {
  const provider = finding && providerOf(finding);
  const own = provider === undefined ? undefined : links[provider];
  return (own ?? links.any ?? Object.values(links)[0])?.[0];
}

/** The policy's id, linked to its page; a finding says which platform's. */
export function policyLink(id: string, words: Words, finding?: About): string {
  const { page: usual, links } = words(id) ?? {};
  const page = links === undefined ? usual : linkOf(links, finding);
  return page === undefined ? code(id) : link(code(id), page);
}
