import type { Span } from '../../../../model/span.js';
import type { EvaluatedStack } from '../../evaluate/stack.js';

/** What a role's permissions and functions are declared by. */
const own = /^(?:aws_lambda_function|aws_iam_(?:role|policy|role_policy|role_policy_attachment|policy_attachment))$/;

/** Whether text of the stack refers to a resource, apart from functions and permissions: outputs, modules, other types. */
export function isNamedBeside({ expanded, files }: EvaluatedStack, id: string): boolean {
  const [, type, name] = /(?:^|\.)(aws_\w+)\.(\w+)(?:\[[^\]]*\])?$/.exec(id) ?? [];
  if (type === undefined || name === undefined) return true;
  const address = `${type}.${name}`;
  const known = expanded.flatMap(({ instances }) =>
    instances.filter((one) => own.test(one.type)).map(({ block }) => block.at),
  );
  return [...files].some(([path, { text }]) => placesOf(address, text).some((at) => !isWithin(known, path, at)));
}

function placesOf(address: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(address); at !== -1; at = text.indexOf(address, at + 1)) {
    if (!/\w/.test(text[at + address.length] ?? '')) places.push(at);
  }
  return places;
}

function isWithin(spans: readonly Span[], path: string, at: number): boolean {
  return spans.some((span) => span.path === path && span.start <= at && at < span.end);
}
