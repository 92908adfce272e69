import type { Api, Route } from '../../model/api.js';
import type { ServerlessFunction } from '../../model/function.js';
import type { ShownSecret } from '../../model/model.js';
import type { Span } from '../../model/span.js';
import type { StackParameter } from '../../model/store.js';
import type { Value } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';
import type { Section } from '../values/section.js';

/** One resource in the form that Azure's own API has for it, whichever notation declares it. */
export interface Declared {
  readonly id: string;
  /** In lower case, without its version: `microsoft.web/sites/config`. */
  readonly type: string;
  readonly at: Span;
  readonly whole: Span;
  /** Everything that is written of it: `name`, `kind`, `identity`, `properties` ... */
  readonly body: Section;
  /** The id of the resource it is a part of. */
  readonly parent: string | undefined;
  /** Its name, the last segment of it for parts. */
  readonly name: Value | undefined;
  /** What it applies to, when that is another resource (role assignments, diagnostic settings). */
  readonly scope: Value | undefined;
}

/** A resource that is declared elsewhere and only referred to. */
export interface Existing {
  readonly type: string;
  readonly name: Value | undefined;
}

/** What a Bicep file, an ARM template or Terraform deploys, its local modules included, in one form for all. */
export interface Deployment {
  readonly framework: 'bicep' | 'arm' | 'terraform';
  readonly path: string;
  /** What stands between the id of a resource and the name of something that it has without declaring it. */
  readonly joint: ' ' | '/';
  readonly open: boolean;
  readonly reach: 'organisation' | 'project';
  readonly resources: readonly Declared[];
  readonly existing: ReadonlyMap<string, Existing>;
  readonly parameters: readonly StackParameter[];
  /** Outputs that show what is to be kept secret. */
  readonly shownSecrets?: readonly ShownSecret[];
  /** What says which environment it is for. */
  readonly signs: readonly string[];
  readonly reading: Reading;
  /** The function apps of the same repository that it deploys. */
  readonly apps: readonly ServedApp[];
}

/** A function app whose code and deployment stand in one repository. */
export interface ServedApp {
  /** What `azure.yaml` calls it; the deployed app has it as a tag. */
  readonly service: string;
  /** The folder of its code. */
  readonly codeRoot: string;
  readonly startsIn: NonNullable<ServerlessFunction['startsIn']>;
  /** What its code declares, whoever deploys it. */
  readonly routes: readonly Route[];
  /** The address that it has if its deployment is not read. */
  readonly api: Api;
}
