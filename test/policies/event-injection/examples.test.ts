import { testExamples } from '../../support/policy-tests.js';

testExamples('event-injection');
