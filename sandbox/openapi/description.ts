import { readFileSync } from 'node:fs';

/** JSON Schema; references point into the schemas of the same description, `github#/<name>`. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Schema;
}

/** One route as GitHub describes it. */
export interface Operation {
  readonly parameters: readonly Parameter[];
  readonly body?: Schema;
  readonly bodyRequired?: boolean;
  /** Schemas of successful answers by status. */
  readonly answers: Readonly<Record<string, Schema>>;
}

/** Where a slice of GitHub's description comes from: an npm package, its version and licence. */
export interface Provenance {
  readonly about: string;
  readonly source: string;
  readonly version: string;
  readonly licence: string;
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** What GitHub's description of its REST API says of the routes that the sandbox answers. */
export interface RestDescription extends Provenance {
  readonly operations: Readonly<Record<string, Operation>>;
  /** Routes that GitHub has and the sandbox does not answer. */
  readonly others: readonly string[];
}

/** What GitHub's description says of the webhooks that the sandbox sends: `check-run-created` -> its payload. */
export interface WebhookDescription extends Provenance {
  readonly webhooks: Readonly<Record<string, Schema>>;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

export function readRestDescription(): RestDescription {
  return read('rest.data.json') as RestDescription;
}

export function readWebhookDescription(): WebhookDescription {
  return read('webhooks.data.json') as WebhookDescription;
}
