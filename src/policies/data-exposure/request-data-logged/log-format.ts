const secretWord = /token|jwt|secret|password|authorization|credential/i;

/** True if an access-log format names a variable that holds what a caller proves himself with. */
export function logsSecret(format: string): boolean {
  const variables = format.match(/\$context\.[A-Za-z0-9_.-]{1,200}/g) ?? [];
  return variables.some((variable) => secretWord.test(nameIn(variable)));
}

/** The part that authors name: what an authorizer returns. */
function nameIn(variable: string): string {
  const [, name = ''] = /^\$context\.authorizer\.(.+)$/.exec(variable) ?? [];
  return name;
}
