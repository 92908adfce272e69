import type { ValidateFunction } from 'ajv';
import { type Operation, type RestDescription, readRestDescription } from './description.js';
import { problemsOf, type SchemaCompiler, schemaCompiler } from './schema.js';

export type Values = Readonly<Record<string, unknown>>;

export interface CheckedRequest {
  /** What GitHub refuses. */
  readonly problems: readonly string[];
  /** What GitHub silently ignores, and an author certainly did not mean. */
  readonly ignored: readonly string[];
  readonly query: Values;
}

export interface RequestChecks {
  readonly description: RestDescription;
  readonly check: (route: string, query: Values, body: unknown) => CheckedRequest;
  readonly checkAnswer: (route: string, status: number, body: unknown) => readonly string[];
}

type Compiled = Map<string, ValidateFunction>;

function remember(compiled: Compiled, key: string, compile: () => ValidateFunction): ValidateFunction {
  const known = compiled.get(key) ?? compile();
  compiled.set(key, known);
  return known;
}

function propertyNames(body: unknown): readonly string[] {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.keys(body) : [];
}

function checkBody(operation: Operation, body: unknown, compile: () => ValidateFunction): CheckedRequest {
  if (operation.body === undefined) {
    return { problems: [], ignored: propertyNames(body).map((name) => `body "${name}"`), query: {} };
  }
  if (body === undefined) {
    return { problems: operation.bodyRequired ? ['body is required'] : [], ignored: [], query: {} };
  }
  const validate = compile();
  const known = operation.body.properties ?? {};
  const ignored = propertyNames(body).filter((name) => !Object.hasOwn(known, name));
  const problems = validate(body) ? [] : problemsOf(validate).map((problem) => `body ${problem}`);
  return { problems, ignored: ignored.map((name) => `body "${name}"`), query: {} };
}

function querySchema(operation: Operation) {
  const parameters = operation.parameters.filter((parameter) => parameter.in === 'query');
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter((parameter) => parameter.required).map(({ name }) => name),
  };
}

function checkQuery(operation: Operation, query: Values, compile: () => ValidateFunction): CheckedRequest {
  const known = querySchema(operation).properties;
  const values = { ...query };
  const validate = compile();
  const problems = validate(values) ? [] : problemsOf(validate).map((problem) => `query ${problem}`);
  const ignored = Object.keys(query).filter((name) => !Object.hasOwn(known, name));
  return { problems, ignored: ignored.map((name) => `query "${name}"`), query: values };
}

function operationOf(description: RestDescription, route: string): Operation {
  const operation = description.operations[route];
  if (operation !== undefined) return operation;
  throw new Error(`The description has no route ${route}; scripts/github-description.mjs renews it.`);
}

/** Checks requests, and the sandbox's own answers, against GitHub's published description of its REST API. */
export function requestChecks(): RequestChecks {
  const description = readRestDescription();
  const strict: SchemaCompiler = schemaCompiler(description.schemas, false);
  const converting: SchemaCompiler = schemaCompiler(description.schemas, true);
  const compiled: Compiled = new Map();
  return {
    description,
    check(route, query, body) {
      const found = operationOf(description, route);
      const inQuery = checkQuery(found, query, () =>
        remember(compiled, `query ${route}`, () => converting(querySchema(found))),
      );
      const inBody = checkBody(found, body, () => remember(compiled, `body ${route}`, () => strict(found.body ?? {})));
      return {
        problems: [...inQuery.problems, ...inBody.problems],
        ignored: [...inQuery.ignored, ...inBody.ignored],
        query: inQuery.query,
      };
    },
    checkAnswer(route, status, body) {
      const schema = operationOf(description, route).answers[status];
      if (schema === undefined) return [];
      const validate = remember(compiled, `answer ${route} ${status}`, () => strict(schema));
      return validate(body) ? [] : problemsOf(validate);
    },
  };
}
