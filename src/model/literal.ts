/**
 * What a fix wants written, in no framework's spelling. `Reference` becomes `!GetAtt Orders.Arn`, `aws_dynamodb_table.orders.arn` ...;
 * `Joined` becomes `!Sub '${Orders.Arn}/*'` or an interpolation.
 */
export type Literal =
  | string
  | number
  | boolean
  | null
  | readonly Literal[]
  | LiteralReference
  | LiteralJoined
  | { readonly [key: string]: Literal };

/**
 * A resource of the stack. `arn` and `name` are translated by the framework, and `executionArn`, which the ARNs of an API's
 * routes begin with; anything else is used as written.
 */
export interface LiteralReference {
  readonly refersTo: string;
  readonly attribute: 'arn' | 'id' | 'name' | 'executionArn' | (string & {});
}

export interface LiteralJoined {
  readonly joined: readonly (string | LiteralReference | PseudoParameter)[];
  /** The resource whose ARN the text is, for notations that can name it. */
  readonly arnOf?: string;
}

/** Facts of the deployment that every AWS framework can name without knowing them. */
export interface PseudoParameter {
  readonly pseudo: 'account' | 'region' | 'partition';
}

export function isReference(literal: unknown): literal is LiteralReference {
  return typeof literal === 'object' && literal !== null && 'refersTo' in literal;
}

export function isJoined(literal: unknown): literal is LiteralJoined {
  return typeof literal === 'object' && literal !== null && 'joined' in literal;
}

/** What stands under keys and places of lists. */
export function partOf(literal: Literal, ...path: readonly (string | number)[]): Literal | undefined {
  let at: Literal | undefined = literal;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.entries(at).find(([own]) => own === String(key))?.[1];
  }
  return at;
}
