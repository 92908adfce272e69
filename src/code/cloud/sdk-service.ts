/** Methods of an SDK by which a chain of clients asks for something: `storage.bucket(b).file(f).save(text)`. */
export interface SdkMethods {
  /** In lower case without underscores, as both languages write them; several with spaces. */
  readonly names: string;
  /** Only of what these parts of the chain give, where others have a method of the same name. */
  readonly of?: RegExp;
  /** Permissions that a call needs; none where it only makes another client. */
  readonly needs: string;
  /** Those that it needs depending on what it is given, as patterns. */
  readonly perhaps?: string;
}

export interface SdkService {
  /** Its packages, in both languages. */
  readonly modules: RegExp;
  /** What stands before the permissions of its methods. */
  readonly prefix: string;
  readonly methods: readonly SdkMethods[];
}
