import type { Node } from '@babel/types';
import { requiredModule } from '../../languages/javascript/call-nodes.js';
import { childrenOf } from '../../languages/javascript/nodes.js';
import type { Script } from '../../languages/javascript/parse-script.js';

/** Every module that a file names, wherever it stands. */
export function modulesIn({ program }: Pick<Script, 'program'>): readonly string[] {
  const found = new Set<string>();
  const waiting: Node[] = [program];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const module = moduleIn(node);
    if (module !== undefined) found.add(module);
    waiting.push(...childrenOf(node));
  }
  return [...found];
}

function moduleIn(node: Node): string | undefined {
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
    case 'CallExpression': {
      const [first] = node.arguments;
      if (node.callee.type === 'Import') return first?.type === 'StringLiteral' ? first.value : undefined;
      return requiredModule(node);
    }
    default:
      return undefined;
  }
}
