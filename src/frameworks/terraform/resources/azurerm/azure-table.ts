import type { MapValue } from '../../../../model/value.js';
import type { Evaluated, Resources } from '../evaluated.js';
import type { Fields } from '../field.js';

/** How one type of the Azure provider is called in Azure, and where the properties of the API stand in Terraform. */
export interface AzureTable {
  /** In lower case: `microsoft.web/sites`. */
  readonly type: string;
  readonly fields: Fields | ((one: Evaluated) => Fields);
  readonly partOf?: PartOf;
  /** The argument that names what it applies to. */
  readonly scope?: string;
  /** Properties that the API nests another way, or that Terraform leaves out. */
  readonly complete?: (map: MapValue, one: Evaluated, resources: Resources) => MapValue;
  /** Settings that the API keeps in parts named `config`: the name of the part, by the property that holds it. */
  readonly configs?: Readonly<Record<string, string>>;
}

/** The resource that one is a part of. */
export interface PartOf {
  /** The arguments that name it; the first that is there. */
  readonly arguments: readonly string[];
  /** Its type, if they may give its plain name. */
  readonly named?: string;
}

export type AzureTables = Readonly<Record<string, AzureTable>>;
