import type { Span } from '../../../../model/span.js';
import type { Source } from '../../../../notation/source.js';
import type { SyntaxNode } from '../../../../notation/tree-sitter/syntax-tree.js';

/** One call with its named arguments: `app.route(route="x")`. */
export interface PythonCall {
  /** The last part of what is called. */
  readonly name: string;
  readonly at: Span;
  readonly whole: Span;
  readonly args: readonly PythonArgument[];
  /** Arguments that are plain texts. */
  readonly texts: ReadonlyMap<string, string>;
  /** Arguments may be there that are not written out. */
  readonly open: boolean;
}

export interface PythonArgument {
  readonly name: string;
  readonly nameAt: Span;
  readonly node: SyntaxNode;
}

export interface Decorated {
  readonly calls: readonly PythonCall[];
  readonly definition: SyntaxNode;
}

export interface PythonCalls {
  /** Calls that make a function app or a blueprint. */
  readonly apps: readonly PythonCall[];
  readonly decorated: readonly Decorated[];
}

const makers = /^(?:(?:Asgi|Wsgi)?FunctionApp|DFApp|Blueprint)$/;

/** The apps of a file, and what is decorated by them; found without recursion. */
export function callsIn(root: SyntaxNode, source: Source): PythonCalls {
  const apps: PythonCall[] = [];
  const owners = new Set<string>();
  const definitions: SyntaxNode[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'assignment') noteApp(node, source, { apps, owners });
    if (node.type === 'decorated_definition') definitions.push(node);
    for (const child of node.children.toReversed()) waiting.push(child);
  }
  const decorated = definitions.flatMap((node): readonly Decorated[] => {
    const definition = node.children.find(({ type }) => type === 'function_definition');
    const calls = node.children.flatMap((child) =>
      child.type === 'decorator' ? ownedCall(child, source, owners) : [],
    );
    return definition === undefined || calls.length === 0 ? [] : [{ calls, definition }];
  });
  return { apps, decorated };
}

function noteApp(
  node: SyntaxNode,
  source: Source,
  { apps, owners }: { readonly apps: PythonCall[]; readonly owners: Set<string> },
): void {
  const [name] = node.children;
  const made = node.children.at(-1);
  const call = made?.type === 'call' ? pythonCall(made, source) : undefined;
  if (name === undefined || call === undefined || !makers.test(call.name)) return;
  apps.push(call);
  owners.add(textOf(name, source));
}

function ownedCall(decorator: SyntaxNode, source: Source, owners: ReadonlySet<string>): readonly PythonCall[] {
  const node = decorator.children.find(({ type }) => type === 'call');
  const called = node?.children[0];
  if (node === undefined || called?.type !== 'attribute') return [];
  const owner = called.children[0];
  return owner !== undefined && owners.has(textOf(owner, source)) ? [pythonCall(node, source)] : [];
}

function pythonCall(node: SyntaxNode, source: Source): PythonCall {
  const { path } = source;
  const [called, list] = node.children;
  const name = called === undefined ? '' : (textOf(called, source).split('.').at(-1) ?? '');
  const given = list?.children.filter(({ named, type }) => named && type !== 'comment') ?? [];
  const args = given.flatMap((argument): readonly PythonArgument[] => {
    const [key, value] = argument.children.filter(({ named }) => named);
    if (argument.type !== 'keyword_argument' || key === undefined || value === undefined) return [];
    return [{ name: textOf(key, source), nameAt: { path, start: key.start, end: key.end }, node: value }];
  });
  const texts = args.flatMap((arg) => {
    const text = plainText(arg.node, source);
    return text === undefined ? [] : [[arg.name, text] as const];
  });
  const whole = { path, start: node.start, end: node.end };
  const at = called === undefined ? whole : { path, start: called.start, end: called.end };
  return { name, at, whole, args, texts: new Map(texts), open: args.length < given.length };
}

function textOf({ start, end }: SyntaxNode, { text }: Source): string {
  return text.slice(start, end);
}

/** A text without prefix, escapes or anything put in. */
export function plainText(node: SyntaxNode, source: Source): string | undefined {
  if (node.type !== 'string') return undefined;
  return /^(['"])([^'"\\{}\n]*|[^'"\\\n]*)\1$/.exec(textOf(node, source))?.[2];
}
