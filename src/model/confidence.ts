/** How sure a reading is. Parameter defaults and one branch of a condition take one step down. */
export type Confidence = 'high' | 'medium' | 'low';

const order: readonly Confidence[] = ['low', 'medium', 'high'];

/** The smaller of two confidences. */
export function weaker(a: Confidence, b: Confidence): Confidence {
  return order.indexOf(a) < order.indexOf(b) ? a : b;
}

/** One step down; low stays low. */
export function stepDown(confidence: Confidence): Confidence {
  return confidence === 'high' ? 'medium' : 'low';
}
