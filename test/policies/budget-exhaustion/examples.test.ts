import { testExamples } from '../../support/policy-tests.js';

testExamples('budget-exhaustion');
