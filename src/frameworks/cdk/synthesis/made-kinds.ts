import { isJoined, isReference, type LiteralJoined } from '../../../model/literal.js';
import type { Call } from '../program/expression.js';
import { snake } from '../program/spelling.js';
import { nameFor } from '../writing/imported-names.js';
import { printPlain } from '../writing/printing.js';
import { arn, type Kind } from './rows.js';

/** A queue by its ARN; written, it is one that the program has made before. */
export const queueArn: Kind = {
  read: arn.read,
  print: (_, literal, place) => {
    const made = isReference(literal) ? place?.madeBefore(literal.refersTo) : undefined;
    return made?.type === 'aws-sqs.Queue' ? made.name : undefined;
  },
};

const arnNames: ReadonlyMap<string, string> = new Map([
  ['aws-events.Rule', 'ruleArn'],
  ['aws-s3.Bucket', 'bucketArn'],
  ['aws-sns.Topic', 'topicArn'],
]);

/** The ARN of something; written, it is one of what the program has made before. */
export const madeArn: Kind = {
  read: (value) => value,
  print: (program, literal, place) => {
    const made = isReference(literal) ? place?.madeBefore(literal.refersTo) : undefined;
    const arnName = arnNames.get(made?.type ?? '');
    if (made === undefined || arnName === undefined) return undefined;
    return `${made.name}.${program.language === 'python' ? snake(arnName) : arnName}`;
  },
};

/** The account that a construct is deployed to, by the scope that it is made in. */
export function accountOf({ args: [within] }: Call): Kind {
  return {
    read: (value) => value,
    print: (program, literal) => {
      const isAccount = isJoined(literal) && literal.joined.length === 1 && isOwnAccount(literal.joined[0]);
      const stack = nameFor(program, 'core.Stack');
      if (!isAccount || stack === undefined || within === undefined) return undefined;
      return `${stack}.of(${program.text.slice(within.at.start, within.at.end)}).account`;
    },
    uses: 'core.Stack',
  };
}

function isOwnAccount(part: LiteralJoined['joined'][number] | undefined): boolean {
  return typeof part === 'object' && 'pseudo' in part && part.pseudo === 'account';
}

/** What a construct makes by itself, and no template says. */
export const ownDoing: Kind = { read: () => undefined, print: printPlain };
