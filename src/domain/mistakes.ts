import { CentralOpsError, withNextStep } from './errors.js';

/** Collects what is wrong, so that a person hears it all at once and not one start after the other. */
export interface Mistakes {
  /** The value, or nothing when it could not be had because of a mistake, which is kept. Other errors are thrown. */
  collect<Value>(make: () => Promise<Value>): Promise<Value | undefined>;
  add(mistake: CentralOpsError): void;
  readonly found: boolean;
  /** Throws what was collected: a single mistake as it is, several as one. */
  throwAny(): void;
}

export function createMistakes(): Mistakes {
  const mistakes: CentralOpsError[] = [];
  return {
    async collect(make) {
      try {
        return await make();
      } catch (error) {
        if (!(error instanceof CentralOpsError)) throw error;
        mistakes.push(error);
        return undefined;
      }
    },
    add: (mistake) => void mistakes.push(mistake),
    get found() {
      return mistakes.length > 0;
    },
    throwAny() {
      const [first, ...others] = mistakes;
      if (first === undefined) return;
      if (others.length === 0) throw first;
      const problems = mistakes.map(({ message, nextStep }) => withNextStep(message, nextStep));
      throw new CentralOpsError(first.code, problems.join(' Also: '), { facts: { problems }, cause: first });
    },
  };
}
