import type { ParseResult } from '@babel/parser';

/** The parser's own words. */
export type Program = ParseResult['program'];
export type Statement = Program['body'][number];
export type Node = Extract<Statement, { type: 'ExpressionStatement' }>['expression'];
export type Pattern = Extract<Statement, { type: 'VariableDeclaration' }>['declarations'][number]['id'];
export type ClassNode = Extract<Statement, { type: 'ClassDeclaration' }>;
export type FunctionNode = Extract<Statement, { type: 'FunctionDeclaration' }>;
export type Parameter =
  | FunctionNode['params'][number]
  | Extract<ClassNode['body']['body'][number], { type: 'ClassMethod' }>['params'][number];
export type Argument = Extract<Node, { type: 'CallExpression' }>['arguments'][number];
export type ObjectNode = Extract<Node, { type: 'ObjectExpression' }>;
