import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly content?: { readonly 'application/json'?: { readonly schema?: Schema } };
}

interface RawOperation {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses?: Readonly<Record<string, Content>>;
}

interface RawDescription {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, RawOperation | undefined>>>>;
  readonly webhooks?: Readonly<Record<string, { readonly post?: RawOperation }>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters?: Readonly<Record<string, Parameter>>;
  };
}

/** One route as GitHub describes it. */
export interface Operation {
  readonly id: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly bodyRequired: boolean;
  readonly answers: ReadonlyMap<number, Schema>;
}

export interface Description {
  readonly routes: readonly string[];
  readonly operation: (route: string) => Operation | undefined;
  readonly webhook: (name: string) => Schema | undefined;
  readonly schemas: Readonly<Record<string, Schema>>;
}

const require = createRequire(import.meta.url);

function readRaw(file: string): RawDescription {
  return JSON.parse(readFileSync(require.resolve(file), 'utf8')) as RawDescription;
}

function parametersOf(raw: RawDescription, operation: RawOperation): readonly Parameter[] {
  return (operation.parameters ?? []).flatMap((parameter) => {
    if (!('$ref' in parameter)) return [parameter];
    const known = raw.components.parameters?.[parameter.$ref.split('/').at(-1) ?? ''];
    return known === undefined ? [] : [known];
  });
}

function answersOf(operation: RawOperation): ReadonlyMap<number, Schema> {
  const answers = new Map<number, Schema>();
  for (const [status, answer] of Object.entries(operation.responses ?? {})) {
    const schema = answer.content?.['application/json']?.schema;
    if (/^2/.test(status) && schema !== undefined) answers.set(Number(status), schema);
  }
  return answers;
}

/** Reads one of GitHub's published descriptions, of its REST API or of its webhooks. */
export function readDescription(file: string): Description {
  const raw = readRaw(file);
  const routes = Object.entries(raw.paths ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  return {
    routes,
    schemas: raw.components.schemas,
    webhook: (name) => raw.webhooks?.[name]?.post?.requestBody?.content?.['application/json']?.schema,
    operation(route) {
      const [method = '', path = ''] = route.split(' ');
      const operation = raw.paths?.[path]?.[method.toLowerCase()];
      if (operation === undefined) return undefined;
      return {
        id: operation.operationId,
        parameters: parametersOf(raw, operation),
        body: operation.requestBody?.content?.['application/json']?.schema,
        bodyRequired: operation.requestBody?.required === true,
        answers: answersOf(operation),
      };
    },
  };
}

export const restFile = '@octokit/openapi/generated/api.github.com.json';
export const webhooksFile = '@octokit/openapi-webhooks/generated/api.github.com.json';
