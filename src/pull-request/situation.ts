import { z } from 'zod';
import { type SettingsText, type SettingsTexts, settingsPath } from '../settings/layers.js';
import { ask, type GitHub, type Repository } from './client.js';

/** How a pull request stands at this moment. */
export interface PullState {
  readonly head: string;
  readonly baseRef: string;
  readonly isOpen: boolean;
  readonly isDraft: boolean;
  /** Somebody commented on its lines. */
  readonly hasThreads: boolean;
}

export interface Situation {
  /** Undefined for entries of the merge queue. */
  readonly pull: PullState | undefined;
  readonly settings: SettingsTexts;
}

const blobShape = z.object({ text: z.string().nullish() }).nullish();
const organisationShape = z.object({ settings: blobShape, atRoot: blobShape }).nullish();
const situationShape = z.object({
  repository: z.object({
    settings: blobShape,
    pullRequest: z
      .object({
        state: z.string(),
        isDraft: z.boolean(),
        headRefOid: z.string(),
        baseRefName: z.string(),
        reviewThreads: z.object({ totalCount: z.number() }).nullish(),
      })
      .nullish(),
  }),
  confidential: organisationShape,
  open: organisationShape,
});

/** In one call: the pull request as it stands now, and the settings at the tip of the base branch `baseRef`. */
export async function readSituation(
  github: GitHub,
  { owner, repo }: Repository,
  { number, baseRef }: { readonly number: number | undefined; readonly baseRef: string },
): Promise<Situation> {
  const tip = `refs/heads/${baseRef}:${settingsPath}`;
  const variables = { owner, repo, tip, ...(number !== undefined && { number }) };
  const answer = await ask(github, number === undefined ? queueQuery : pullQuery, variables, situationShape);
  const { settings, pullRequest } = answer.repository;
  return {
    pull: pullRequest
      ? {
          head: pullRequest.headRefOid,
          baseRef: pullRequest.baseRefName,
          isOpen: pullRequest.state === 'OPEN',
          isDraft: pullRequest.isDraft,
          hasThreads: pullRequest.reviewThreads?.totalCount !== 0,
        }
      : undefined,
    settings: {
      repository: textOf(settingsPath, settings),
      organisation:
        organisationText(`${owner}/.github-private`, answer.confidential) ??
        organisationText(`${owner}/.github`, answer.open),
    },
  };
}

function query(variables: string, pullRequest: string): string {
  return `query ($owner: String!, $repo: String!, $tip: String!${variables}) {
    repository(owner: $owner, name: $repo) { settings: object(expression: $tip) { ...file } ${pullRequest} }
    confidential: repository(owner: $owner, name: ".github-private") { ...organisation }
    open: repository(owner: $owner, name: ".github") { ...organisation }
  }
  fragment organisation on Repository {
    settings: object(expression: "HEAD:${settingsPath}") { ...file }
    atRoot: object(expression: "HEAD:postern.yml") { ...file }
  }
  fragment file on Blob { text }`;
}

const pullFields = 'state isDraft headRefOid baseRefName reviewThreads(first: 1) { totalCount }';
const pullQuery = query(', $number: Int!', `pullRequest(number: $number) { ${pullFields} }`);
const queueQuery = query('', '');

function organisationText(repository: string, found: z.infer<typeof organisationShape>): SettingsText | undefined {
  return textOf(`${repository}/${settingsPath}`, found?.settings) ?? textOf(`${repository}/postern.yml`, found?.atRoot);
}

function textOf(path: string, blob: z.infer<typeof blobShape>): SettingsText | undefined {
  return typeof blob?.text === 'string' ? { path, text: blob.text } : undefined;
}
