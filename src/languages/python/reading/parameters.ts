import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Parameter } from '../syntax/expression.js';
import { readAnnotation } from './annotations.js';
import { partOf, partsOf, type Read, spanOf, textOf } from './nodes.js';

/** What a function or a lambda takes, in order. */
export function readParameters(source: Source, list: SyntaxNode | undefined, read: Read): readonly Parameter[] {
  const parameters: Parameter[] = [];
  let isKeywordOnly = false;
  for (const part of partsOf(list)) {
    const parameter = readParameter(source, part, read);
    if (parameter !== undefined) parameters.push({ ...parameter, isKeywordOnly });
    if (part.type === 'keyword_separator' || parameter?.form === 'rest') isKeywordOnly = true;
  }
  return parameters;
}

const separators = /^(?:keyword|positional)_separator$/;

function readParameter(source: Source, node: SyntaxNode, read: Read): Omit<Parameter, 'isKeywordOnly'> | undefined {
  if (separators.test(node.type)) return undefined;
  const isNamed = /^(?:identifier|list_splat_pattern|dictionary_splat_pattern)$/.test(node.type);
  const target = isNamed ? node : partsOf(node)[0];
  const named = target?.type === 'identifier' ? target : partOf(target, 'identifier');
  const type = partOf(node, 'type');
  const value = /default_parameter$/.test(node.type) ? partsOf(node).at(-1) : undefined;
  return {
    name: textOf(source, named),
    nameAt: spanOf(source, named ?? node),
    form: formOf(target),
    annotation: type && readAnnotation(source, type, read),
    otherwise: value && read(value),
    at: spanOf(source, node),
  };
}

function formOf(target: SyntaxNode | undefined): Parameter['form'] {
  if (target?.type === 'list_splat_pattern') return 'rest';
  return target?.type === 'dictionary_splat_pattern' ? 'keywords' : 'plain';
}
