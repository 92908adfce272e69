/** Patterns that stand for files, each once: the first folder where they are in one. */
export function patternsFor(files: readonly string[]): readonly string[] {
  return [...new Set(files.map((file) => (file.includes('/') ? `${file.split('/')[0]}/**` : file)))];
}

/** Tells to keep files out of what is packed or built, by an ignore file. */
export function listedIn(ignoreFile: string, files: readonly string[]): string {
  return `List them in \`${ignoreFile}\`:\n\n${patternsFor(files).join('\n')}`;
}
