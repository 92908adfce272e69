import type { GitHub } from '../../src/pull-request/client.js';

/** What was asked of GitHub: the route and the parameters, or the first line of a query. */
export interface Asked {
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

type Answer = unknown | ((parameters: Readonly<Record<string, unknown>>) => unknown);

/** A GitHub that answers from a table, by route, or by `query`/`mutation` for GraphQL; it remembers what it was asked. */
export function fakeGitHub(answers: Readonly<Record<string, Answer>>): GitHub & { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const answer = async (key: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown> => {
    if (!Object.hasOwn(answers, key)) throw new Error(`Nothing is known about ${key}.`);
    const found: unknown = answers[key];
    return typeof found === 'function' ? found(parameters) : found;
  };
  return {
    asked,
    request: async (route, parameters = {}) => {
      asked.push({ route, parameters });
      return { status: 200, data: await answer(route, parameters) };
    },
    graphql: async (query, variables) => {
      const route = query.trimStart().startsWith('mutation') ? 'mutation' : 'query';
      asked.push({ route, parameters: { ...variables, query } });
      return answer(route, { ...variables, query });
    },
  };
}

/** An error as Octokit throws it. */
export function refusal(status: number, message = 'refused'): Error {
  return Object.assign(new Error(message), { status });
}
