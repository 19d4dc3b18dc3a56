import { countsBy, countsOf } from '../ground-truth.js';
import { databasesWhere, bucketsWhere, isPublic } from './lists.js';
import { own, type Asking, type Question } from './question.js';

/** S3 buckets and RDS databases. */
export function storageQuestions({ accounts, ask, all }: Asking): readonly Question[] {
  const production = accounts.filter((account) => account.environment === 'production');
  return [
    ask(
      'List S3 buckets',
      bucketsWhere(accounts, () => true),
    ),
    ask(
      'List S3 buckets in eu-west-1',
      bucketsWhere(accounts, ({ region }) => region === 'eu-west-1'),
    ),
    ask('Which S3 buckets are public?', bucketsWhere(accounts, isPublic)),
    ask(
      'Which S3 buckets are not public?',
      bucketsWhere(accounts, (bucket) => !isPublic(bucket)),
    ),
    ask(
      'Which S3 buckets are unencrypted?',
      bucketsWhere(accounts, ({ encryption }) => encryption === null),
    ),
    ask(
      'Which S3 buckets have no versioning?',
      bucketsWhere(accounts, ({ versioning }) => versioning !== 'Enabled'),
    ),
    ask(
      'Which S3 buckets are untagged?',
      bucketsWhere(accounts, (bucket) => Object.keys(bucket.tags).length === 0),
    ),
    ask(
      'How many S3 buckets are there in each account?',
      countsOf(
        accounts,
        bucketsWhere(accounts, () => true),
      ),
    ),
    ask(
      'Which RDS instances are publicly accessible?',
      all(
        own,
        databasesWhere((x) => x.publiclyAccessible),
      ),
    ),
    ask(
      'Which RDS instances are unencrypted?',
      all(
        own,
        databasesWhere(({ encrypted }) => !encrypted),
      ),
    ),
    ask(
      'List Multi-AZ RDS instances',
      all(
        own,
        databasesWhere(({ multiAz }) => multiAz),
      ),
    ),
    ask(
      'List RDS instances with engine postgres',
      all(
        own,
        databasesWhere(({ engine }) => engine.includes('postgres')),
      ),
    ),
    ask(
      'How many RDS instances per engine?',
      countsBy(
        accounts,
        all(
          own,
          databasesWhere(() => true),
        ),
        'Engine',
      ),
    ),
    ask(
      'Which RDS instances in production have no deletion protection?',
      all(
        own,
        databasesWhere(({ deletionProtection }) => !deletionProtection),
        production,
      ),
      production,
    ),
  ];
}
