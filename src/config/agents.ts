import type { SettingName } from '../settings.js';

/** Agents of other accounts: where they are listed, and what is asked about them. */
export interface AgentsConfiguration {
  readonly registry:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'table'; readonly table: string }
    /** The JSON itself: the sandbox's. */
    | { readonly kind: 'written'; readonly json: string }
    | undefined;
  /** The role that invokes an agent, in its account; a row may name another. */
  readonly roleName: string;
  /** Whether those that are listed and enabled may be invoked. */
  readonly invoke: 'off' | 'listed';
  /** Other endpoints than AWS's: the registry's, and those of the control planes that the checks ask. */
  readonly dynamoDbEndpoint: string | undefined;
  readonly bedrockAgentEndpoint: string | undefined;
  readonly agentCoreControlEndpoint: string | undefined;
  /** Of the services that agents are invoked through. */
  readonly agentCoreEndpoint: string | undefined;
  readonly bedrockAgentRuntimeEndpoint: string | undefined;
}

const TABLE = 'dynamodb:';

export function agentsConfiguration(get: (name: SettingName) => string | undefined): AgentsConfiguration {
  const registry = get('CENTRAL_OPS_AGENT_REGISTRY');
  return {
    registry:
      registry === undefined
        ? undefined
        : registry.startsWith(TABLE)
          ? { kind: 'table', table: registry.slice(TABLE.length) }
          : { kind: 'file', path: registry },
    roleName: get('CENTRAL_OPS_AGENT_ROLE_NAME') ?? '',
    invoke: get('CENTRAL_OPS_INVOKE_AGENTS') === 'listed' ? 'listed' : 'off',
    dynamoDbEndpoint: get('AWS_ENDPOINT_URL_DYNAMODB'),
    bedrockAgentEndpoint: get('AWS_ENDPOINT_URL_BEDROCK_AGENT'),
    agentCoreControlEndpoint: get('AWS_ENDPOINT_URL_BEDROCK_AGENTCORE_CONTROL'),
    agentCoreEndpoint: get('AWS_ENDPOINT_URL_BEDROCK_AGENTCORE'),
    bedrockAgentRuntimeEndpoint: get('AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME'),
  };
}
