/** A node of a YAML text. Offsets are of the text; the span goes from the tag, if there is one, to the last character of its own. */
export type YamlNode = YamlScalar | YamlAlias | YamlMap | YamlList;

/** A node with properties. */
export type YamlContent = YamlScalar | YamlMap | YamlList;

interface Placed {
  readonly start: number;
  readonly end: number;
}

interface Properties extends Placed {
  /** As it is written (`!Sub`), or the full name of a tag of YAML's own (`tag:yaml.org,2002:str`). */
  readonly tag: string | undefined;
  readonly anchor: string | undefined;
}

export interface YamlScalar extends Properties {
  readonly kind: 'scalar';
  readonly value: string;
  /** Neither quoted nor a block. */
  readonly plain: boolean;
}

export interface YamlAlias extends Placed {
  readonly kind: 'alias';
  readonly name: string;
}

export interface YamlMap extends Properties {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly pairs: readonly YamlPair[];
}

export interface YamlPair {
  readonly key: YamlNode | undefined;
  /** Undefined: nothing is written, not even a colon. */
  readonly value: YamlNode | undefined;
}

export interface YamlList extends Properties {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly (YamlNode | undefined)[];
}
