/** `<api> <METHOD> <path>`: independent of the function behind the route and of its place in the file. */
export function routeId(api: string | undefined, { method, path }: { readonly method: string; readonly path: string }) {
  return `${api ?? '?'} ${method} ${path}`;
}
