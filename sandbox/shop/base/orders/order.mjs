/** Reads an order, or nothing when the text is something else. */
export function parseOrder(body) {
  let order;
  try {
    order = JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
  const product = order?.product;
  const pieces = order?.pieces;
  if (typeof product !== 'string' || !/^[a-z0-9-]{1,64}$/.test(product)) return undefined;
  return Number.isInteger(pieces) && pieces > 0 && pieces <= 20 ? { product, pieces } : undefined;
}
