import { type Agent, agentLabel, agentRoleArn, invokePermission } from '../../domain/agent.js';
import type { AgentProblem } from '../../domain/agent-reply.js';
import type { CentralOpsError, ErrorCode } from '../../domain/errors.js';
import type { AwsError } from './aws-error.js';
import type { Ended } from './limits.js';

/** Where an invocation failed: the same code means another thing before the agent has begun than within its answer. */
export type Place = 'send' | 'stream';

/** What an error of AWS's means for whoever runs the hub, by where it came. */
export function problemOf(agent: Agent, accountId: string, place: Place, error: AwsError): AgentProblem {
  const who = agentLabel({ ...agent, accountId });
  const said = error.message === '' || error.message === error.code ? error.code : `${error.code}: ${error.message}`;
  return place === 'send' ? sendProblem(agent, accountId, who, said, error) : streamProblem(who, said, error);
}

function sendProblem(agent: Agent, accountId: string, who: string, said: string, error: AwsError): AgentProblem {
  const { code, message, status } = error;
  if (code.startsWith('AccessDenied')) return denied(agent, accountId, who, said, message);
  switch (code) {
    case 'ResourceNotFoundException':
      return {
        outcome: 'failed',
        code: 'agent-not-found',
        message: `${who} was not found there (${said})`,
        nextStep: `Check in the registry, in this order: the Region ${agent.region}, the account ${accountId}, ${idsOf(agent)}. AWS answers the same for each of them.`,
      };
    case 'ValidationException':
      return {
        outcome: 'failed',
        code,
        message: `AWS did not take the request for ${who} (${said})`,
        nextStep: `Check ${idsOf(agent)} in the registry (central-ops agents check).`,
      };
    case 'ExpiredTokenException':
    case 'ExpiredToken':
      return {
        outcome: 'denied',
        code: 'ExpiredToken',
        message: `AWS called the credentials for ${who} expired, and those that were fetched anew as well`,
        nextStep: "Check this machine's clock, and that the endpoint belongs to the account.",
      };
    case 'UnrecognizedClientException':
    case 'InvalidSignatureException':
    case 'SignatureDoesNotMatch':
    case 'IncompleteSignatureException':
    case 'MissingAuthenticationTokenException':
      return {
        outcome: 'denied',
        code,
        message: `AWS did not accept the signature for ${who} (${said})`,
        nextStep: `Check this machine's clock, and that ${agent.region} is enabled in ${accountId}.`,
      };
    case 'ThrottlingException':
    case 'Throttling':
    case 'TooManyRequestsException':
      return {
        outcome: 'throttled',
        code,
        message: `${who} kept being throttled (${said})`,
        nextStep: 'Ask again later, or lower max_concurrency in its row.',
      };
    case 'ServiceQuotaExceededException':
      return {
        outcome: 'throttled',
        code,
        message: `a quota of ${accountId} keeps ${who} from being invoked (${said})`,
        nextStep: 'Look at Service Quotas in that account.',
      };
    case 'RuntimeClientError':
      return containerProblem(agent, who, said);
    case 'DependencyFailedException':
    case 'BadGatewayException':
      return ofTheSpoke(who, said);
    case 'ModelNotReadyException':
    case 'RetryableConflictException':
      return {
        outcome: 'failed',
        code,
        message: `${who} was not ready, several times over (${said})`,
        nextStep: 'Ask again in a minute.',
      };
    default:
      if (status === 429) {
        return {
          outcome: 'throttled',
          code,
          message: `${who} kept being throttled (${said})`,
          nextStep: 'Ask again later.',
        };
      }
      return status === undefined ? noReply(agent, who, said, error) : maybeBegun(who, said, code);
  }
}

function denied(agent: Agent, accountId: string, who: string, said: string, message: string): AgentProblem {
  const { action, resources } = invokePermission(agent, accountId);
  const role = agentRoleArn(agent) ?? "the hub's own role";
  if (message.includes('runtime-endpoint/')) {
    return {
      outcome: 'denied',
      code: 'endpoint-permission',
      message: `${role} may invoke the runtime of ${who}, but not its endpoint (${said})`,
      nextStep: `AgentCore asks for both. Allow ${action} on ${resources.join(' and on ')}.`,
    };
  }
  return {
    outcome: 'denied',
    code: 'AccessDenied',
    message: `${role} may not invoke ${who} (${said})`,
    nextStep: `Allow ${action} on ${resources.join(' and on ')} there; if it is allowed, look for a resource policy, a permissions boundary or a service control policy.`,
  };
}

function idsOf(agent: Agent): string {
  return agent.type === 'agentcore'
    ? `the runtime id ${agent.agentId} and the endpoint ${agent.qualifier}`
    : `the agent id ${agent.agentId} and the alias ${agent.aliasId}`;
}

/** The agent was reached, and failed by itself. */
export function containerProblem(agent: Agent, who: string, said: string): AgentProblem {
  const logs =
    agent.type === 'agentcore' ? ` (/aws/bedrock-agentcore/runtimes/${agent.agentId}-${agent.qualifier})` : '';
  return {
    outcome: 'failed',
    code: 'spoke-failed',
    message: `${who} was reached, and failed by itself (${said})`,
    nextStep: `Nothing is wrong between here and there: its owners find the cause in its logs${logs}.`,
  };
}

function ofTheSpoke(who: string, said: string): AgentProblem {
  return {
    outcome: 'failed',
    code: 'spoke-failed',
    message: `${who} was reached, and something that it uses failed (${said})`,
    nextStep:
      "Its owners look at the agent's own role, its action groups and its knowledge bases: the hub's permissions are not the cause.",
  };
}

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function noReply(agent: Agent, who: string, said: string, { code, message }: AwsError): AgentProblem {
  if (UNREACHABLE.has(code) || message.includes('did not establish a connection')) {
    return {
      outcome: 'unreachable',
      code,
      message: `${who} could not be reached (${said}); nothing was sent`,
      nextStep: `Check that this machine reaches AWS in ${agent.region}: network, proxy, VPC endpoint.`,
    };
  }
  return {
    outcome: 'unreachable',
    code,
    message: `the connection to ${who} ended before it answered (${said})`,
    nextStep: NOT_AGAIN,
  };
}

function maybeBegun(who: string, said: string, code: string): AgentProblem {
  return { outcome: 'failed', code, message: `AWS failed while invoking ${who} (${said})`, nextStep: NOT_AGAIN };
}

const NOT_AGAIN =
  'It may have begun to work, so it was not asked again. Look at what it does before you ask it once more.';

function streamProblem(who: string, said: string, { code }: AwsError): AgentProblem {
  if (/^(?:accessDenied|dependencyFailed|badGateway|validation|resourceNotFound|conflict)/iu.test(code)) {
    return ofTheSpoke(who, said);
  }
  if (/^throttling/iu.test(code)) {
    return {
      outcome: 'throttled',
      code,
      message: `${who} was throttled while it answered (${said})`,
      nextStep: 'It had begun, so it was not asked again. Ask later.',
    };
  }
  if (/^(?:internalServer|modelNotReady|serviceQuota)/iu.test(code)) {
    return {
      outcome: 'failed',
      code,
      message: `${who} failed while it answered (${said})`,
      nextStep: 'It had begun, so it was not asked again.',
    };
  }
  return {
    outcome: 'incomplete',
    code: 'cut-off',
    message: `the answer of ${who} was cut off (${said})`,
    nextStep: 'It had begun, so it was not asked again. What is shown is what arrived.',
  };
}

/** What ended it from this side. */
export function endedProblem(agent: Agent, accountId: string, ended: Ended, seconds: number): AgentProblem {
  const who = agentLabel({ ...agent, accountId });
  if (ended === 'caller') {
    return {
      outcome: 'cancelled',
      code: 'cancelled',
      message: `the run ended before ${who} had answered`,
      nextStep: 'The agent may go on working. Ask again to get its answer.',
    };
  }
  if (ended === 'silent') {
    return {
      outcome: 'timed-out',
      code: 'stalled',
      message: `${who} fell silent in the middle of its answer for ${seconds} s`,
      nextStep: 'What is shown is what arrived; it was not asked again.',
    };
  }
  return {
    outcome: 'timed-out',
    code: 'timed-out',
    message: `${who} did not answer within ${seconds} s`,
    nextStep:
      'It may go on working, so it was not asked again. Raise timeout_seconds in its row, or CENTRAL_OPS_BUDGET_SECONDS.',
  };
}

const OUTCOMES: Readonly<Partial<Record<ErrorCode, AgentProblem['outcome']>>> = {
  'credentials-denied': 'denied',
  'credentials-missing': 'denied',
  'identity-mismatch': 'denied',
  'sign-in-needed': 'denied',
  'credentials-unavailable': 'unreachable',
  unreachable: 'unreachable',
  throttled: 'throttled',
  'timed-out': 'timed-out',
  cancelled: 'cancelled',
  refused: 'refused',
};

/** An error of ours, which has said already what was tried and what to do: nothing was sent to the agent. */
export function ownProblem(agent: Agent, error: CentralOpsError): AgentProblem {
  return {
    outcome: OUTCOMES[error.code] ?? 'failed',
    code: error.code,
    message: error.message,
    nextStep: error.nextStep ?? `Run central-ops doctor ${agent.agentId}.`,
  };
}
