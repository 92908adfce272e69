import type { Node } from '@babel/types';
import type { Notice } from '../../findings/notice.js';
import { type Export, exportsIn } from '../../languages/javascript/module-exports.js';
import { isExpression } from '../../languages/javascript/nodes.js';
import { parseScript } from '../../languages/javascript/parse-script.js';
import type { Source } from '../../notation/source.js';
import type { ExportedName, Expression, ModuleForm, PassedOnName } from '../form.js';
import { expressionOf } from './expressions.js';
import { classForm, functionForm } from './functions.js';
import { type Lowering, openLowering, spanOf } from './lowering.js';
import { modulesIn } from './modules.js';
import { statementsOf } from './statements.js';

/** A file of JavaScript or TypeScript as the form, or the notice that says why it has none. */
export function lowerScript(source: Source): ModuleForm | Notice {
  const script = parseScript(source);
  if (!('program' in script)) return script.notice;
  const lowering = openLowering(script);
  const exported = exportsIn(script);
  return {
    path: source.path,
    body: statementsOf(lowering, script.program.body),
    exports: exported.flatMap((one) => exportedName(lowering, one)),
    passedOn: exported.flatMap(passedOnName),
    modules: modulesIn(lowering),
  };
}

function exportedName(lowering: Lowering, one: Export): readonly ExportedName[] {
  return one.kind === 'value'
    ? [
        {
          name: one.name,
          value: exportedValue(lowering, one.nameNode.type === 'Identifier' ? one.nameNode : one.value),
        },
      ]
    : [];
}

function exportedValue(lowering: Lowering, node: Node): Expression {
  const at = spanOf(lowering, node);
  switch (node.type) {
    case 'FunctionDeclaration':
      return node.id
        ? expressionOf(lowering, node.id)
        : { kind: 'function', function: functionForm(lowering, node, {}), at };
    case 'ClassDeclaration':
      return node.id ? expressionOf(lowering, node.id) : { kind: 'class', class: classForm(lowering, node), at };
    default:
      return isExpression(node) ? expressionOf(lowering, node) : { kind: 'unknown', inside: [], at };
  }
}

function passedOnName(one: Export): readonly PassedOnName[] {
  return one.kind === 'passed on' ? [{ name: one.name, module: one.module, imported: one.imported }] : [];
}
