import { describe, expect, it } from 'vitest';

import { runOnMicroPython } from './support/script-runners.js';
import { expectScenario } from './support/script-suite.js';
import { SCENARIOS } from './support/script-scenarios.js';

describe('the script under MicroPython', () => {
  it.concurrent.each(SCENARIOS)('$name', async (scenario) => {
    expect.hasAssertions();
    await expectScenario(scenario, runOnMicroPython);
  });
});
