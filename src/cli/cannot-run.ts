/** Something that the person who called must mend: told in one sentence, exit code 2. */
export class CannotRun extends Error {}
