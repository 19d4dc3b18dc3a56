/**
 * Bytes of an answer, or of a page of rows. AgentCore streams chunks of at most 10 MB
 * (https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/bedrock-agentcore-limits.html); what a door is handed by the
 * thread that answers is copied in one go, 4 MB in some 20 ms.
 */
export const ANSWER_LIMIT = 4 * 1024 * 1024;
