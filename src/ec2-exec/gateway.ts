/** What is asked of EC2 and Systems Manager about one instance, with credentials for that alone. */
export interface Ec2Gateway {
  /** Undefined when there is no such instance in the account and Region. */
  instance(signal: AbortSignal): Promise<InstanceFacts | undefined>;
  /** What Systems Manager knows of its agent; undefined when it manages no such instance. */
  agent(signal: AbortSignal): Promise<AgentFacts | undefined>;
  /** Sends the command and takes its id. Not to be repeated unless it throws `throttled`: then nothing has begun. */
  send(command: CommandToSend): Promise<string>;
  /** How a command stands; undefined while Systems Manager does not show it yet. */
  invocation(commandId: string, signal: AbortSignal): Promise<Invocation | undefined>;
  cancel(commandId: string, signal: AbortSignal): Promise<void>;
}

export interface InstanceFacts {
  readonly name: string | null;
  /** `running`, `stopped`, … */
  readonly state: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface AgentFacts {
  /** `Online`, `ConnectionLost`, `Inactive`. */
  readonly ping: string;
  /** `Linux`, `Windows`, `MacOS`. */
  readonly platform: string;
}

export interface CommandToSend {
  readonly document: string;
  readonly command: string;
  /** How long it may wait to be delivered; Systems Manager takes 30 at least. */
  readonly deliverySeconds: number;
  readonly executionSeconds: number;
  /** At most 100 characters. */
  readonly comment: string;
}

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetCommandInvocation.html */
export interface Invocation {
  readonly status: string;
  readonly details: string;
  /** -1 as long as there is none. */
  readonly responseCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The instance, and who asks about it. */
export interface CommandPlace {
  readonly accountId: string;
  readonly accountName: string;
  readonly roleName: string;
  readonly region: string;
  readonly instanceId: string;
}
