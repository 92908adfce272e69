/** A value in a query: given, or named by a variable. */
export type ArgumentValue =
  | { readonly kind: 'given'; readonly value: unknown }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'list'; readonly values: readonly ArgumentValue[] }
  | { readonly kind: 'object'; readonly fields: readonly (readonly [string, ArgumentValue])[] };

export type Selection =
  | {
      readonly kind: 'field';
      readonly name: string;
      readonly alias: string;
      readonly arguments: readonly (readonly [string, ArgumentValue])[];
      readonly selections: readonly Selection[];
    }
  | { readonly kind: 'inline'; readonly on: string | undefined; readonly selections: readonly Selection[] }
  | { readonly kind: 'spread'; readonly fragment: string };

export interface Fragment {
  readonly on: string;
  readonly selections: readonly Selection[];
}

export interface GraphqlDocument {
  readonly operation: 'query' | 'mutation';
  readonly variables: readonly string[];
  readonly selections: readonly Selection[];
  readonly fragments: ReadonlyMap<string, Fragment>;
}
