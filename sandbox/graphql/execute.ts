import type { ArgumentValue, GraphqlDocument, Selection } from './document.js';
import { type Arguments, type GraphError, type GraphNode, graphError, graphErrorOf, isNode } from './node.js';

export interface Execution {
  readonly document: GraphqlDocument;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly errors: (GraphError & { readonly path: readonly (string | number)[] })[];
}

export interface GraphAnswer {
  readonly data: unknown;
  readonly errors?: readonly unknown[];
}

type Path = readonly (string | number)[];

function givenValue(execution: Execution, value: ArgumentValue): unknown {
  switch (value.kind) {
    case 'given':
      return value.value;
    case 'variable':
      if (execution.document.variables.includes(value.name)) return execution.variables[value.name];
      throw graphError('variableNotDefined', `Variable $${value.name} is used but not declared`);
    case 'list':
      return value.values.map((each) => givenValue(execution, each));
    case 'object':
      return Object.fromEntries(value.fields.map(([name, each]) => [name, givenValue(execution, each)]));
  }
}

type FieldSelection = Extract<Selection, { kind: 'field' }>;

/** The fields selected on a type, fragments written out. */
function fieldsOn(execution: Execution, type: string, selections: readonly Selection[]): readonly FieldSelection[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'field') return [selection];
    const fragment = selection.kind === 'inline' ? selection : execution.document.fragments.get(selection.fragment);
    if (fragment === undefined) throw graphError('undefinedFragment', 'A fragment was used, but not defined');
    const applies = fragment.on === undefined || fragment.on === type;
    return applies ? fieldsOn(execution, type, fragment.selections) : [];
  });
}

async function resolveField(execution: Execution, node: GraphNode, field: FieldSelection): Promise<unknown> {
  if (field.name === '__typename') return node.type;
  const known = Object.hasOwn(node.fields, field.name) ? node.fields[field.name] : undefined;
  if (known === undefined) {
    throw graphError('undefinedField', `Field '${field.name}' doesn't exist on type '${node.type}'`);
  }
  const given: Arguments = Object.fromEntries(
    field.arguments.map(([name, value]) => [name, givenValue(execution, value)]),
  );
  const odd = Object.keys(given).find((name) => !known.accepts.includes(name));
  if (odd === undefined) return known.value(given);
  throw graphError('argumentNotAccepted', `Field '${field.name}' doesn't accept argument '${odd}'`);
}

async function complete(
  execution: Execution,
  value: unknown,
  selections: readonly Selection[],
  path: Path,
): Promise<unknown> {
  if (Array.isArray(value)) {
    return Promise.all(value.map((each, index) => complete(execution, each, selections, [...path, index])));
  }
  return isNode(value) ? select(execution, value, selections, path) : (value ?? null);
}

async function select(
  execution: Execution,
  node: GraphNode,
  selections: readonly Selection[],
  path: Path,
): Promise<unknown> {
  const chosen: [string, unknown][] = [];
  for (const field of fieldsOn(execution, node.type, selections)) {
    const here = [...path, field.alias];
    try {
      const value = await resolveField(execution, node, field);
      chosen.push([field.alias, await complete(execution, value, field.selections, here)]);
    } catch (error) {
      const reported = graphErrorOf(error);
      if (reported === undefined) throw error;
      execution.errors.push({ ...reported, path: here });
      chosen.push([field.alias, null]);
    }
  }
  return Object.fromEntries(chosen);
}

/** Answers an operation from a root node; what fails is null and said beside. */
export async function execute(
  root: GraphNode,
  document: GraphqlDocument,
  variables: Readonly<Record<string, unknown>>,
): Promise<GraphAnswer & { readonly failures: Execution['errors'] }> {
  const execution: Execution = { document, variables, errors: [] };
  const data = await select(execution, root, document.selections, []);
  const { errors } = execution;
  return errors.length === 0 ? { data, failures: errors } : { data, errors, failures: errors };
}
