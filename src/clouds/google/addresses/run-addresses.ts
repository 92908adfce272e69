/** The platform makes an address of the service's name and something of its own. */
const own =
  /^https:\/\/([a-z][a-z0-9-]{0,62})-(?:[a-z0-9]{6,12}-[a-z]{2,4}\.a|\d{6,14}\.[a-z0-9-]{4,30})\.run\.app(?:\/|$)/;

/** The service to which an address leads. */
export function serviceAt(address: string, functions: readonly { readonly id: string }[]): string | undefined {
  const name = own.exec(address)?.[1];
  return functions.find(({ id }) => id === name)?.id;
}
