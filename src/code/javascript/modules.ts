import type { Node } from '@babel/types';
import { isCall, requiredModule } from '../../languages/javascript/call-nodes.js';
import type { Lowering } from './lowering.js';

/** Every module that a file names: by imports at its top, by calls wherever they stand. */
export function modulesIn({ script: { program }, survey: { calls } }: Lowering): readonly string[] {
  const named = [...program.body, ...calls.map(({ node }) => node)].map(moduleIn);
  return [...new Set(named.filter((module) => module !== undefined))];
}

function moduleIn(node: Node): string | undefined {
  if (isCall(node)) {
    const [first] = node.arguments;
    if (node.callee.type === 'Import') return first?.type === 'StringLiteral' ? first.value : undefined;
    return requiredModule(node);
  }
  switch (node.type) {
    case 'ImportDeclaration':
      return node.importKind === 'type' ? undefined : node.source.value;
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.source?.value;
    case 'TSImportEqualsDeclaration':
      return node.moduleReference.type === 'TSExternalModuleReference'
        ? node.moduleReference.expression.value
        : undefined;
    default:
      return undefined;
  }
}
