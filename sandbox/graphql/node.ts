export type Arguments = Readonly<Record<string, unknown>>;

export interface Field {
  readonly accepts: readonly string[];
  readonly value: (given: Arguments) => unknown;
}

/** One object of the graph: its type, and the fields that the sandbox answers. */
export interface GraphNode {
  readonly type: string;
  readonly fields: Readonly<Record<string, Field>>;
}

const nodes = new WeakSet<object>();

/** A node whose fields are plain values, or functions where they cost something or take arguments. */
export function node(type: string, fields: Readonly<Record<string, unknown>>): GraphNode {
  const made = {
    type,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fieldOf(value)])),
  };
  nodes.add(made);
  return made;
}

export function isNode(value: unknown): value is GraphNode {
  return typeof value === 'object' && value !== null && nodes.has(value);
}

const fieldsWithArguments = new WeakSet<object>();

/** A field that takes arguments. */
export function taking(accepts: readonly string[], value: Field['value']): Field {
  const field = { accepts, value };
  fieldsWithArguments.add(field);
  return field;
}

function isField(value: unknown): value is Field {
  return typeof value === 'object' && value !== null && fieldsWithArguments.has(value);
}

function isFunction(value: unknown): value is () => unknown {
  return typeof value === 'function';
}

function fieldOf(value: unknown): Field {
  if (isField(value)) return value;
  return { accepts: [], value: isFunction(value) ? () => value() : () => value };
}

/** An error that GraphQL reports in its answer, beside what it could answer. */
export interface GraphError {
  readonly type: string;
  readonly message: string;
}

const errors = new WeakMap<Error, GraphError>();

export function graphError(type: string, message: string): Error {
  const error = new Error(message);
  errors.set(error, { type, message });
  return error;
}

export function graphErrorOf(error: unknown): GraphError | undefined {
  return error instanceof Error ? errors.get(error) : undefined;
}
