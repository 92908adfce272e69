// What tests import as `@jest/globals`: the words that the runner has made global.
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } = globalThis;
