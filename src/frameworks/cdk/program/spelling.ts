/** `add_to_role_policy` is what TypeScript calls `addToRolePolicy`; names of classes, constants and modules stay. */
export function camel(name: string): string {
  if (!/^[a-z]/.test(name) || name.startsWith('aws_')) return name;
  return name.replaceAll(/(?<!_)_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()).replace(/_$/, '');
}

/** `addToRolePolicy` is what Python calls `add_to_role_policy`. */
export function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
