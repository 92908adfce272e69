import { Ajv, type ValidateFunction } from 'ajv';
import type { Schema } from './description.js';

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

export type SchemaCompiler = (schema: Schema) => ValidateFunction;

/** A compiler of schemas that may refer to these ones. Values of queries are text and are converted first. */
export function schemaCompiler(schemas: Readonly<Record<string, Schema>>, coerceTypes: boolean): SchemaCompiler {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, coerceTypes });
  ajv.addFormat('date-time', dateTime);
  ajv.addSchema({ $id: 'github', ...schemas });
  return (schema) => ajv.compile(schema);
}

/** What a compiled schema found wrong, in words. */
export function problemsOf(validate: ValidateFunction): readonly string[] {
  return (validate.errors ?? []).slice(0, 10).map((error) => `${error.instancePath} ${error.message ?? ''}`.trim());
}
