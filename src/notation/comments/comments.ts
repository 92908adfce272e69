import { lexisOf } from './lexis.js';
import { type Range, scanComments } from './scan.js';
import { yamlComments } from './yaml.js';

/** The comments of a file in their order, as the syntax of its notation says. */
export function commentsIn(path: string, text: string): readonly Range[] {
  return isYaml(path) ? yamlComments(text) : scanComments(text, lexisOf(path));
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path) || /(?:^|\/)(?:Chart|pnpm-lock|pubspec)\.lock$/.test(path);
}
