import { Ajv, type ValidateFunction } from 'ajv';
import type { Schema } from './description.js';

/** Words of a description that say nothing about which values are right. */
const prose = new Set(['description', 'example', 'examples', 'externalDocs', 'title', 'deprecated', 'discriminator']);
const asWritten = new Set(['enum', 'required', 'const', 'default']);
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cleanProperties(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, clean(schema)]));
}

function cleanKeyword(key: string, value: unknown): unknown {
  if (key === 'properties') return cleanProperties(value);
  return asWritten.has(key) ? value : clean(value);
}

function orNull(schema: Schema): Schema {
  if (typeof schema.type !== 'string') return { anyOf: [{ type: 'null' }, schema] };
  const values = Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {};
  return { ...schema, type: [schema.type, 'null'], ...values };
}

/** Turns an OpenAPI 3.0 schema into JSON Schema: `nullable` becomes a type, references point into one document. */
function clean(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(clean);
  if (!isObject(schema)) return schema;
  if (typeof schema.$ref === 'string') return { $ref: schema.$ref.replace('#/components/schemas/', 'github#/') };
  const kept = Object.entries(schema).filter(
    ([key]) => !prose.has(key) && !key.startsWith('x-') && key !== 'nullable' && key !== 'readOnly',
  );
  const cleaned = Object.fromEntries(kept.map(([key, value]) => [key, cleanKeyword(key, value)]));
  return schema.nullable === true ? orNull(cleaned) : cleaned;
}

function namesIn(schema: unknown, found: Set<string>): void {
  if (Array.isArray(schema)) for (const each of schema) namesIn(each, found);
  if (!isObject(schema)) return;
  if (typeof schema.$ref === 'string') found.add(schema.$ref.replace('#/components/schemas/', ''));
  for (const value of Object.values(schema)) namesIn(value, found);
}

/** Only the schemas that these ones need, so that a description of 13 MB costs nothing. */
function needed(roots: readonly Schema[], schemas: Readonly<Record<string, Schema>>): Record<string, unknown> {
  const names = new Set<string>();
  namesIn(roots, names);
  const document: Record<string, unknown> = {};
  for (const name of names) {
    document[name] = clean(schemas[name]);
    namesIn(schemas[name], names);
  }
  return document;
}

function checker(coerceTypes: boolean): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, coerceTypes });
  ajv.addFormat('date-time', dateTime);
  return ajv;
}

/** A compiler of schemas that may refer to each other. Values of queries are text and are converted first. */
export function schemaCompiler(schemas: Readonly<Record<string, Schema>>, coerceTypes: boolean) {
  return function compile(schema: Schema): ValidateFunction {
    const ajv = checker(coerceTypes);
    ajv.addSchema({ $id: 'github', ...needed([schema], schemas) });
    return ajv.compile(clean(schema) as Schema);
  };
}

export type SchemaCompiler = ReturnType<typeof schemaCompiler>;

/** What a compiled schema found wrong, in words. */
export function problemsOf(validate: ValidateFunction): readonly string[] {
  return (validate.errors ?? []).slice(0, 10).map((error) => `${error.instancePath} ${error.message ?? ''}`.trim());
}
