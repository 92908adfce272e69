import type { Setting } from './setting.js';

/** A text in a template language that makes of a request what something behind the API is asked. */
export interface RequestTemplate {
  /** The route or the field. */
  readonly name: string;
  readonly language: 'gateway' | 'graphql';
  readonly text: Setting<string>;
}
