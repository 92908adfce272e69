import type { Api, ApiKind } from '../../../model/api.js';
import type { Resource } from '../../../model/resource.js';
import type { Value } from '../../../model/value.js';
import type { OpenApiDocument } from '../../openapi/document.js';
import type { Section } from '../../values/section.js';

/** An API and where its settings stand, however it is declared. */
export interface ApiSource {
  readonly resource: Resource;
  readonly kind: Extract<ApiKind, 'rest' | 'http' | 'websocket'>;
  /** The API's own properties; `Globals.Api` for the one that SAM makes. */
  readonly own: Section;
  /** Where settings of its stages stand: the API itself in SAM. Empty when the stages are elsewhere. */
  readonly stages: readonly Section[];
  /** Stages that are called by name. */
  readonly stageNames: Api['stages'];
  readonly sam: 'explicit' | 'implicit' | undefined;
  /** The API document it is made from. */
  readonly document: Value | undefined;
  readonly openapi: OpenApiDocument | undefined;
  /** The document's path in the repository. */
  readonly documentPath: string | undefined;
  /** A document exists that could not be read. */
  readonly documentOpen: boolean;
}
