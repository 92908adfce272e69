import type { Statement } from './statement.js';

/** A text without the star that stands for what is inside of what it names, or for more of a name that ends as nothing else does. */
export function bare(text: string): string {
  return text.replace(/\/(?:index\/)?\*$/, '').replace(/(\$\{![^}\s]{1,200}\})\*$/, '$1');
}

/** A log group that is named with all that is in it: `log-group:orders:*`. */
export function logGroupIn(pattern: string): string | undefined {
  return /^(arn:[^:]{1,20}:logs:.{0,500}:log-group:[^*?]{1,500}?)(?::\*){1,2}$/.exec(pattern)?.[1];
}

/** A bucket's name may be anything, also one with an object's in it: whoever allows both means what is inside. */
export function insideOf(pattern: string, statements: readonly Statement[]): string | undefined {
  const texts = statements.flatMap(({ effect, resources }) =>
    effect === 'allow' && !resources.except ? resources.texts : [],
  );
  return texts.find((text) => text === `${pattern}/*`);
}

/** What is in another part of the program, by its name there: `aws_ecr_repository.app`. */
export function namedBy(pattern: string): string | undefined {
  return /^\$\{([\w.[\]-]{1,200}?)(?:\.(?:Arn|arn))?\}$/.exec(pattern)?.[1];
}
