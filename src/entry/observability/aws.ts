/**
 * To be loaded before the program: `node --import dist/bundle/aws-distribution.js dist/bundle/main.js serve`. Registers AWS's
 * distribution of OpenTelemetry, which has to be installed beside this package.
 *
 * Two things of it do not fit a program of ES modules that may be cloned while it runs: its `--require` patches only CommonJS,
 * so that nothing is watched and nothing says so; and it draws trace ids from Math.random, whose state clones share.
 */
import { createRequire, register } from 'node:module';
import { z } from 'zod';
import { useDistributionDefaults } from '../../config.js';
import { createIdentifiers } from '../../identifiers.js';
import { xrayIds } from '../../telemetry/xray-ids.js';

const DISTRIBUTION = '@aws/aws-distro-opentelemetry-node-autoinstrumentation';

const generatorModule = z.object({
  AWSXRayIdGenerator: z.custom<new () => object>((made) => typeof made === 'function'),
});

useDistributionDefaults();
// What the distribution itself would load: a copy of our own would be another one.
const theirs = createRequire(import.meta.resolve(`${DISTRIBUTION}/register`));
const { AWSXRayIdGenerator } = generatorModule.parse(theirs('@opentelemetry/id-generator-aws-xray'));
Object.assign(AWSXRayIdGenerator.prototype, xrayIds(createIdentifiers(), Date.now));
register('@opentelemetry/instrumentation/hook.mjs', import.meta.resolve(`${DISTRIBUTION}/register`));
theirs(`${DISTRIBUTION}/register`);
