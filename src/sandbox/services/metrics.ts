import { isJsonObject, type Json, type JsonObject } from '../../domain/json.js';
import type { MetricFacts } from '../organization/model.js';
import { ServiceError } from './aws-fault.js';
import type { CallContext } from './service.js';

/** What one answer may hold (GetMetricStatistics, "maximum number of data points"). */
const MOST_POINTS = 1440;

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html */
export function getMetricStatistics(context: CallContext): JsonObject {
  const { params } = context;
  const [start, end] = [instantOf(params.text('StartTime')), instantOf(params.text('EndTime'))];
  const period = params.whole('Period') ?? 0;
  if (period < 60 || period % 60 !== 0) {
    throw new ServiceError('InvalidParameterValue', 'The parameter Period must be a multiple of 60 and at least 60.');
  }
  if (start === undefined || end === undefined || start >= end) {
    throw new ServiceError(
      'InvalidParameterCombination',
      'The parameter StartTime must be less than the parameter EndTime.',
    );
  }
  const statistics = params.texts('Statistics') ?? [];
  if (statistics.length === 0) {
    throw new ServiceError('InvalidParameterCombination', 'Must specify either Statistics or ExtendedStatistics');
  }
  const points = Math.ceil((end - start) / (period * 1000));
  if (points > MOST_POINTS) {
    throw new ServiceError(
      'InvalidParameterCombination',
      `You have requested up to ${points} datapoints, which exceeds the limit of ${MOST_POINTS}.`,
    );
  }
  const metric = params.text('MetricName') ?? '';
  const facts = context.regional.metrics.find(
    (candidate) =>
      candidate.namespace === params.text('Namespace') &&
      candidate.metric === metric &&
      isDimension(params.list('Dimensions'), candidate),
  );
  const datapoints =
    facts === undefined
      ? []
      : Array.from({ length: points }, (_, index) =>
          pointAt(
            facts,
            start + index * period * 1000,
            Math.min(period, (end - start) / 1000 - index * period),
            statistics,
          ),
        );
  return { Label: metric, Datapoints: datapoints };
}

function isDimension(dimensions: readonly Json[], { dimension, value }: MetricFacts): boolean {
  const [only] = dimensions;
  return (
    dimensions.length === 1 &&
    only !== undefined &&
    isJsonObject(only) &&
    only['Name'] === dimension &&
    only['Value'] === value
  );
}

function pointAt(facts: MetricFacts, at: number, seconds: number, statistics: readonly string[]): JsonObject {
  const minutes = seconds / 60;
  const values: Readonly<Record<string, number>> = {
    SampleCount: minutes,
    Average: facts.average,
    Sum: facts.perMinute * minutes,
    Minimum: facts.minimum,
    Maximum: facts.maximum,
  };
  return {
    Timestamp: new Date(at).toISOString().replace('.000Z', '+00:00'),
    ...Object.fromEntries(statistics.map((name) => [name, values[name] ?? 0])),
    Unit: facts.unit,
  };
}

/** boto3 takes ISO 8601 text. */
export function instantOf(written: string | undefined): number | undefined {
  const instant = written === undefined ? Number.NaN : Date.parse(written);
  return Number.isNaN(instant) ? undefined : instant;
}
