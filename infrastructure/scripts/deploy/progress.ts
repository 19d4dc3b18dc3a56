/** What the scripts need of their surroundings; tests pass their own. */
export interface Surroundings {
  /** One line about what happens, for the person who waits. */
  readonly say: (line: string) => void;
  /** Waits between two looks at something that is still going on. Rejects when the signal aborts. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** Something that a person has to correct, with what to do about it. Everything else that is thrown is our mistake or AWS's. */
export class DeploymentError extends Error {
  override readonly name = 'DeploymentError';
  readonly nextStep: string;

  constructor(message: string, nextStep: string) {
    super(message);
    this.nextStep = nextStep;
  }
}

/** Whether an error of the AWS SDK has this name. */
export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}
