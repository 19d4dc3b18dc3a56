import type { TrueAccount } from './ground-truth.js';
import { computeQuestions } from './questions/compute.js';
import { firewallQuestions } from './questions/firewalls.js';
import { platformQuestions } from './questions/platform.js';
import { askingAbout, type Question } from './questions/question.js';
import { scopeQuestions } from './questions/scopes.js';
import { serviceQuestions } from './questions/services.js';
import { storageQuestions } from './questions/storage.js';
import { versionQuestions } from './questions/versions.js';

export { expectTruth, type Question } from './questions/question.js';

/** Every kind of question that the first version understands, about the organization whose truth is given. */
export function questionsAbout(accounts: readonly TrueAccount[]): readonly Question[] {
  const asking = askingAbout(accounts);
  return [
    ...computeQuestions(asking),
    ...firewallQuestions(asking),
    ...versionQuestions(asking),
    ...storageQuestions(asking),
    ...platformQuestions(asking),
    ...serviceQuestions(asking),
    ...scopeQuestions(asking),
  ];
}
