import type { Parser } from 'web-tree-sitter';
import type { Notice } from '../../../findings/notice.js';
import type { Span } from '../../../model/span.js';
import { loadGrammar } from '../../../notation/grammar.js';
import { dataRefusalOf, type Source, unread } from '../../../notation/source.js';
import { parseSyntax } from '../../../notation/tree-sitter/parsing.js';
import { firstBroken, type SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Expression } from '../expressions/expression.js';
import { expressionOf } from './bicep-expressions.js';
import { maskBicep } from './masking.js';
import { partsOf, spanOf, textOfNode } from './nodes.js';

let parser: Parser | undefined;

/** Loads the grammar. Once. */
export async function prepareParser(): Promise<void> {
  parser ??= await loadGrammar({ file: 'tree-sitter-bicep.wasm', package: 'tree-sitter-bicep' });
}

/** One declaration of a file: `resource app 'type' = {...}` with its decorators. */
export interface Declaration {
  readonly kind: 'param' | 'var' | 'resource' | 'module' | 'output';
  readonly name: string;
  readonly nameAt: Span;
  readonly whole: Span;
  readonly decorators: ReadonlyMap<string, readonly Expression[]>;
  /** Where decorators begin, or the declaration itself. */
  readonly start: number;
  /** The type of a resource, the path of a module. */
  readonly text: string | undefined;
  readonly existing: boolean;
  /** Of parameters: their type as written. */
  readonly type: string | undefined;
  readonly value: Expression | undefined;
  /** Of a resource inside another one. */
  readonly inside: string | undefined;
}

export interface BicepFile {
  readonly source: Source;
  readonly declarations: readonly Declaration[];
  readonly targetScope: string | undefined;
  /** Something at the top could not be read. */
  readonly open: boolean;
  readonly notices: readonly Notice[];
}

/** Reads one file of Bicep. What cannot be read becomes a notice and opens the file. */
export function parseBicep(source: Source): BicepFile {
  const refusal = dataRefusalOf(source);
  const root = refusal === undefined && parser !== undefined ? parseSyntax(parser, maskBicep(source.text)) : undefined;
  if (root === undefined) {
    const notices = [refusal ?? unread(source, 0, 'could not be read as Bicep')];
    return { source, declarations: [], targetScope: undefined, open: true, notices };
  }
  const broken = firstBroken(root);
  const notices =
    broken === undefined
      ? []
      : [unread(source, broken.start, 'has a part that is not understood as Bicep, which was not reviewed')];
  const scope = root.children.find(({ type }) => type === 'target_scope_assignment');
  return {
    source,
    declarations: declarationsIn(source, root),
    targetScope: scope === undefined ? undefined : /'(\w+)'/.exec(textOfNode(source, scope))?.[1],
    open: broken !== undefined,
    notices,
  };
}

const kinds = new Map<string, Declaration['kind']>([
  ['parameter_declaration', 'param'],
  ['variable_declaration', 'var'],
  ['resource_declaration', 'resource'],
  ['module_declaration', 'module'],
  ['output_declaration', 'output'],
]);

interface Waiting {
  readonly nodes: readonly SyntaxNode[];
  readonly inside: string | undefined;
}

/** Resources may be declared inside resources. */
function declarationsIn(source: Source, root: SyntaxNode): readonly Declaration[] {
  const found: Declaration[] = [];
  const waiting: Waiting[] = [{ nodes: root.children, inside: undefined }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    let decorators: SyntaxNode | undefined;
    for (const node of next.nodes) {
      const kind = kinds.get(node.type);
      if (node.type === 'decorators') decorators = node;
      if (kind === undefined) continue;
      const declaration = declarationOf(source, { kind, node, decorators, inside: next.inside });
      decorators = undefined;
      if (declaration === undefined) continue;
      found.push(declaration);
      if (kind === 'resource') waiting.push({ nodes: innerNodes(node), inside: declaration.name });
    }
  }
  return found;
}

/** The declarations and decorators directly inside a resource's body. */
function innerNodes(node: SyntaxNode): readonly SyntaxNode[] {
  let body = node.children.at(-1);
  while (body !== undefined && body.type !== 'object') body = partsOf(body).at(-1);
  return (body?.children ?? []).flatMap((child) => (child.type === 'object_property' ? child.children : [child]));
}

interface Written {
  readonly kind: Declaration['kind'];
  readonly node: SyntaxNode;
  readonly decorators: SyntaxNode | undefined;
  readonly inside: string | undefined;
}

function declarationOf(source: Source, { kind, node, decorators, inside }: Written): Declaration | undefined {
  const parts = partsOf(node);
  const named = parts[0]?.type === 'identifier' ? parts[0] : undefined;
  if (named === undefined) return undefined;
  const sign = node.children.findIndex(({ type }) => type === '=');
  const value =
    sign === -1 ? undefined : node.children.slice(sign + 1).find((part) => part.named && part.type !== 'comment');
  const typed = parts.find(({ type }) => type === 'type');
  const text = parts[1]?.type === 'string' && kind !== 'var' ? textOfNode(source, parts[1]).slice(1, -1) : undefined;
  const name = textOfNode(source, named);
  return {
    kind,
    name: inside === undefined ? name : `${inside}::${name}`,
    nameAt: spanOf(source, named),
    whole: spanOf(source, node),
    start: decorators?.start ?? node.start,
    decorators: decoratorsOf(source, decorators),
    text,
    type: typed === undefined ? undefined : textOfNode(source, typed),
    existing: node.children.some(({ type }) => type === 'existing'),
    value: value === undefined ? undefined : expressionOf(source, value),
    inside,
  };
}

function decoratorsOf(source: Source, node: SyntaxNode | undefined): Declaration['decorators'] {
  const calls = (node?.children ?? []).flatMap((decorator) => partsOf(decorator).slice(0, 1));
  return new Map(
    calls.flatMap((written) => {
      const call = expressionOf(source, written);
      return call.kind === 'call' ? [[call.name, call.args] as const] : [];
    }),
  );
}
