import { access, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { checkSetting } from '../../../check-setting.js';
import { userConfigFile } from '../../../config.js';
import { CentralOpsError } from '../../../domain/errors.js';
import { replaceFile } from '../../../files/replace-file.js';
import type { SettingName } from '../../../settings.js';
import { EXIT } from '../exit-code.js';
import type { Verb } from '../program.js';
import type { Terminal } from '../terminal.js';

interface Question {
  readonly setting: SettingName;
  readonly flag: string;
  readonly question: string;
  /** Written when the answer is empty; absent: nothing is written. */
  readonly fallback?: string;
  /** Asked only when this says so of what has been answered. */
  readonly when?: (answers: Answers) => boolean;
}

type Answers = Partial<Record<SettingName, string>>;

const usesRoles = (answers: Answers): boolean => answers.CENTRAL_OPS_CREDENTIALS !== 'identity-center';
const signsIn = (answers: Answers): boolean => answers.CENTRAL_OPS_CREDENTIALS !== 'iam';

/** In the order in which one answer decides on the next question. */
const QUESTIONS: readonly Question[] = [
  {
    setting: 'CENTRAL_OPS_CREDENTIALS',
    flag: 'credentials',
    question: 'How are accounts signed in to: iam, identity-center, or auto for whichever is there?',
    fallback: 'auto',
  },
  {
    setting: 'ACCOUNT_REGISTRY',
    flag: 'registry',
    question: 'Where are the accounts: the path of a JSON file, organizations, identity-center, or ssm:NAME?',
  },
  {
    setting: 'CENTRAL_OPS_REGIONS',
    flag: 'regions',
    question: 'Which Regions are asked when nobody says, separated by commas?',
    fallback: 'us-east-1',
  },
  {
    setting: 'CENTRAL_OPS_ROLE_NAME',
    flag: 'role-name',
    question: 'Which role is assumed in each account?',
    fallback: 'CentralOpsTargetRole',
    when: usesRoles,
  },
  {
    setting: 'CENTRAL_OPS_EXTERNAL_ID',
    flag: 'external-id',
    question: 'Which external id do the roles demand (empty for none; env:NAME and ssm:NAME are read when needed)?',
    when: usesRoles,
  },
  {
    setting: 'CENTRAL_OPS_SSO_SESSION',
    flag: 'sso-session',
    question: 'Which [sso-session] of ~/.aws/config (empty for the only one)?',
    when: signsIn,
  },
  {
    setting: 'CENTRAL_OPS_SSO_ROLE_NAME',
    flag: 'sso-role-name',
    question: 'Which permission set is used in each account?',
    fallback: 'CentralOpsReadOnly',
    when: signsIn,
  },
  {
    setting: 'CENTRAL_OPS_MODEL',
    flag: 'model',
    question: 'Which model understands questions that the rules do not: bedrock:MODEL_OR_PROFILE_ID, or none?',
    fallback: 'none',
  },
];

/** `central-ops init`: writes a first configuration by asking, or from flags. */
export const init: Verb = (program, run) => {
  const command = program
    .command('init')
    .description('write a first configuration file, by asking or from flags')
    .option('--config <file>', "write this file instead of the user's own")
    .option('--force', 'replace a configuration file that is there');
  for (const { flag, question } of QUESTIONS) command.option(`--${flag} <value>`, question);
  command.action((options: Readonly<Record<string, string | boolean | undefined>>) =>
    run(async (terminal) => {
      const { config, force } = options;
      const path = typeof config === 'string' ? config : userConfigFile();
      if (force !== true) await requireAbsent(path);
      const answers = await answersOf(options, terminal);
      checkAnswers(answers);
      await write(path, answers);
      terminal.out(`${path}\n`);
      terminal.err(nextSteps(answers));
      return EXIT.complete;
    }),
  );
};

async function answersOf(
  options: Readonly<Record<string, string | boolean | undefined>>,
  { ask }: Terminal,
): Promise<Answers> {
  const answers: Answers = {};
  const given = QUESTIONS.filter(({ flag }) => typeof options[camelCase(flag)] === 'string');
  if (given.length === 0 && ask === undefined) {
    throw new CentralOpsError('usage', 'there is nobody to ask here, and no flag says what to write', {
      nextStep: `Give at least one of ${QUESTIONS.map(({ flag }) => `--${flag}`).join(', ')}.`,
    });
  }
  for (const { setting, flag, question, fallback, when } of QUESTIONS) {
    const flagged = options[camelCase(flag)];
    if (typeof flagged === 'string') answers[setting] = flagged;
    // Flags are a whole answer: who gives some is not asked for the others.
    else if (given.length === 0 && ask !== undefined && (when === undefined || when(answers))) {
      const reply = await ask(`${question}${fallback === undefined ? '' : ` [${fallback}]`} `);
      const answer = reply === '' ? fallback : reply;
      if (answer !== undefined) answers[setting] = answer;
    }
  }
  return answers;
}

/** The check of every later start, before anything is written. */
function checkAnswers(answers: Answers): void {
  for (const { setting, flag } of QUESTIONS) {
    const value = answers[setting];
    const problem = value === undefined ? undefined : checkSetting(setting, value);
    if (problem !== undefined) {
      throw new CentralOpsError('usage', `--${flag} (${setting}) ${problem}`, {
        nextStep: 'Nothing was written. Give another value.',
      });
    }
  }
}

async function requireAbsent(path: string): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  throw new CentralOpsError('usage', `there is a configuration already: ${path}`, {
    nextStep: 'Edit it, or replace it with --force.',
  });
}

async function write(path: string, answers: Answers): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // An external id may stand in it, so nobody else reads it.
    await replaceFile(path, `${JSON.stringify(answers, undefined, 2)}\n`);
  } catch (error) {
    throw new CentralOpsError('configuration', `the configuration ${path} could not be written`, {
      nextStep: 'Check the folder and its permissions, or name another file with --config.',
      cause: error,
    });
  }
}

function nextSteps(answers: Answers): string {
  const steps = [
    ...(answers.CENTRAL_OPS_CREDENTIALS === 'identity-center' ? ['central-ops login'] : []),
    'central-ops doctor',
    'central-ops ask "How many EC2 instances are running in each account?"',
  ];
  return `Written. Next:\n${steps.map((step) => `  ${step}\n`).join('')}`;
}

/** How commander names the value of `--role-name`. */
function camelCase(flag: string): string {
  return flag.replaceAll(/-(\w)/g, (_whole, letter: string) => letter.toUpperCase());
}
