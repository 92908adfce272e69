import { testExamples } from '../../support/policy-tests.js';

testExamples('over-privileged-permissions');
