export type NodeKind = 'PullRequest' | 'PullRequestReview' | 'PullRequestReviewThread' | 'PullRequestReviewComment';
export type OtherKind = 'IssueComment' | 'Repository' | 'User' | 'Organization' | 'CheckRun' | 'CheckSuite' | 'Commit';

/** An opaque global id, as GitHub's graph gives them. */
export function nodeId(
  kind: NodeKind | OtherKind | 'App' | 'Installation' | 'Blob' | 'Ref',
  id: number | string,
): string {
  const letters = kind.replace(/[a-z]/g, '');
  return `${letters}_${Buffer.from(`0:${kind}:${id}`).toString('base64url')}`;
}

export function parseNodeId(text: string): { readonly kind: string; readonly id: number } | undefined {
  const encoded = /^[A-Z]+_(.+)$/.exec(text)?.[1];
  if (encoded === undefined) return undefined;
  const [, kind = '', id = ''] = Buffer.from(encoded, 'base64url').toString().split(':');
  return { kind, id: Number(id) };
}
