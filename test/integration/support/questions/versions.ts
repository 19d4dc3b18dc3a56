import type { Row } from '../ground-truth.js';
import { own, type Asking, type Question } from './question.js';

/** The first numbers of a version. */
function numbersOf(version: string): readonly [major: number, minor: number] {
  const [major = 0, minor = 0] = version
    .split(/[^0-9]+/)
    .filter((part) => part !== '')
    .map(Number);
  return [major, minor];
}

/** What is older than a version, and newer than one. */
export function versionQuestions({ ask, all }: Asking): readonly Question[] {
  const clusters = (isMeant: (minor: number) => boolean) =>
    all(own, (region) =>
      region.eksClusters
        .filter(({ version }) => isMeant(numbersOf(version)[1]))
        .map(({ name, version }) => ({ Cluster: name, Version: version })),
    );
  const databases = (engines: readonly string[], isMeant: (major: number) => boolean): readonly Row[] =>
    all(own, (region) =>
      region.rdsInstances
        .filter(({ engine, engineVersion }) => engines.includes(engine) && isMeant(numbersOf(engineVersion)[0]))
        .map(({ name, engineVersion }) => ({ 'DB instance': name, Version: engineVersion })),
    );
  const functions = (language: string, isMeant: (numbers: readonly [number, number]) => boolean) =>
    all(own, (region) =>
      region.lambdaFunctions
        .filter(({ runtime }) => runtime.startsWith(language) && isMeant(numbersOf(runtime)))
        .map(({ name, runtime }) => ({ Function: name, Runtime: runtime })),
    );

  return [
    ask(
      'EKS clusters below version 1.30',
      clusters((minor) => minor < 30),
    ),
    ask(
      'EKS clusters older than 1.33',
      clusters((minor) => minor < 33),
    ),
    ask(
      'Which EKS clusters are not on version 1.33?',
      clusters((minor) => minor !== 33),
    ),
    ask(
      'EKS clusters running Kubernetes 1.31 or newer',
      clusters((minor) => minor >= 31),
    ),
    ask(
      'RDS instances running PostgreSQL below 15',
      databases(['postgres', 'aurora-postgresql'], (major) => major < 15),
    ),
    ask(
      'RDS instances running PostgreSQL newer than 15',
      databases(['postgres', 'aurora-postgresql'], (major) => major > 15),
    ),
    ask(
      'Aurora PostgreSQL databases older than 15',
      databases(['aurora-postgresql'], (major) => major < 15),
    ),
    ask(
      'RDS instances with MySQL older than 8',
      databases(['mysql', 'aurora-mysql'], (major) => major < 8),
    ),
    ask(
      'Which Lambda functions run on a runtime older than nodejs20?',
      functions('nodejs', ([major]) => major < 20),
    ),
    ask(
      'Lambda functions on Python 3.9 or older',
      functions('python', ([, minor]) => minor <= 9),
    ),
  ];
}
