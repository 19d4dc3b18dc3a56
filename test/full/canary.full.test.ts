import { BAD_NEIGHBOURS, BAD_TOOLS } from '../integration/support/canary/bad-neighbours.js';
import { describeSecrets } from '../integration/support/canary/suite.js';

describeSecrets(Object.keys(BAD_NEIGHBOURS), Object.keys(BAD_TOOLS));
