import { describeSecrets } from './support/canary/suite.js';

// The worst of them; all of them in test/full.
describeSecrets(
  ['denies with all it was sent', 'says that the token has expired, and which', 'finds a value invalid and repeats it'],
  ['fails as a tool'],
);
