import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

/** A grammar by the name of its `.wasm` file, and the package that brings it. */
export interface GrammarSource {
  readonly file: string;
  readonly package: string;
}

/** A parser of one language. Built programs carry the grammar beside them; elsewhere it comes from its package. */
export async function loadGrammar(source: GrammarSource): Promise<Parser> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammarPath(source)));
  return parser;
}

function grammarPath({ file, package: name }: GrammarSource): string {
  const carried = fileURLToPath(new URL(`../grammars/${file}`, import.meta.url));
  return existsSync(carried) ? carried : createRequire(import.meta.url).resolve(`${name}/${file}`);
}
