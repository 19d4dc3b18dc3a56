import { AURORA_MYSQL } from '../../../domain/version.js';
import { contains, equal, type VersionColumn, type VersionFamily } from '../topic.js';

/** The versions of SQL Server by the years that people call them: https://learn.microsoft.com/troubleshoot/sql/releases/download-and-install-latest-updates */
const SQL_SERVER_YEARS: Readonly<Record<string, string>> = {
  '2012': '11',
  '2014': '12',
  '2016': '13',
  '2017': '14',
  '2019': '15',
  '2022': '16',
};

function engine(name: string, shown: string, more: Partial<VersionFamily> = {}): VersionFamily {
  return { shown, filters: [equal('Engine', name)], ...more };
}

function enginesLike(part: string, shown: string, more: Partial<VersionFamily> = {}): VersionFamily {
  return { shown, filters: [contains('Engine', part)], ...more };
}

/** Aurora MySQL has numbers of its own up to 3, and is compatible with MySQL from 5.6. */
function auroraMysql(version: string): string {
  return Number(version.split('.')[0]) < 5 ? `${AURORA_MYSQL}.${version}` : version;
}

/**
 * RDS. People call Aurora's PostgreSQL and MySQL by the names of what they are compatible with, and their versions count alike.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html
 */
export const DATABASE_VERSIONS: VersionColumn = {
  column: 'Version',
  families: {
    postgres: enginesLike('postgres', 'PostgreSQL', {
      note: '"PostgreSQL" is taken as: RDS for PostgreSQL and Aurora PostgreSQL',
    }),
    'aurora-postgresql': engine('aurora-postgresql', 'Aurora PostgreSQL'),
    mysql: enginesLike('mysql', 'MySQL', {
      note: '"MySQL" is taken as: RDS for MySQL and Aurora MySQL, by the MySQL version that it is compatible with',
    }),
    'aurora-mysql': engine('aurora-mysql', 'Aurora MySQL', {
      written: auroraMysql,
      note: 'numbers below 5 are taken as versions of Aurora MySQL itself, others as those of MySQL',
    }),
    mariadb: engine('mariadb', 'MariaDB'),
    oracle: enginesLike('oracle', 'Oracle'),
    sqlserver: enginesLike('sqlserver', 'SQL Server', {
      written: (version) => (version.length < 4 || version.includes('.') ? version : SQL_SERVER_YEARS[version]),
    }),
    db2: enginesLike('db2', 'Db2'),
  },
};

export const KUBERNETES_VERSIONS: VersionColumn = {
  column: 'Version',
  families: { kubernetes: { shown: 'Kubernetes' } },
  unnamed: 'kubernetes',
};

function runtime(name: string): VersionFamily {
  return { shown: name, written: (version) => `${name}${version}` };
}

/** Lambda writes what it runs in front of the number; of a container image it says none. */
export const RUNTIME_VERSIONS: VersionColumn = {
  column: 'Runtime',
  families: Object.fromEntries(['python', 'nodejs', 'java', 'dotnet', 'ruby'].map((name) => [name, runtime(name)])),
  note: 'runtimes of another language are neither older nor newer',
};

export const CACHE_VERSIONS: VersionColumn = {
  column: 'Engine version',
  families: {
    redis: engine('redis', 'Redis OSS'),
    valkey: engine('valkey', 'Valkey'),
    memcached: engine('memcached', 'Memcached'),
  },
  note: 'serverless caches are not among them',
};
