/**
 * Bytes of an answer, or of a page of rows. AgentCore streams chunks of at most 10 MB
 * (https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/bedrock-agentcore-limits.html); what a door is handed by the
 * thread that answers is copied in one go, 4 MB in some 20 ms.
 */
export const ANSWER_LIMIT = 4 * 1024 * 1024;

/** What a connection may take before its request is complete. Answers may take as long as their runs do. */
export const CONNECTION_LIMITS = {
  // AgentCore passes on up to 20 headers of 4 KB, and a token.
  maxHeaderSize: 96 * 1024,
  headersTimeout: 10_000,
  /** 10 MB at 175 KB a second. */
  requestTimeout: 60_000,
  connectionsCheckingInterval: 2000,
  /** Longer than a load balancer's (60 s), so that it never sends into a connection that is being closed. */
  keepAliveTimeout: 65_000,
  /** Of TCP: finds clients that are gone while nothing is sent. */
  keepAlive: true,
  keepAliveInitialDelay: 30_000,
} as const;

/** Of one request. Node's own limit (2,000) leaves out what comes after it and says nothing. */
export const MOST_HEADERS = 200;
/** Requests that one connection has sent and that are not answered yet. Nobody but a pipelining client sends a second one. */
export const MOST_UNANSWERED = 16;
/** Connections of all clients. Runs and WebSockets are bounded each in their own way. */
export const MOST_CONNECTIONS = 2500;
/** How long a client that was refused may go on sending before its connection is closed: so long its answer can be read. */
export const LINGER_MILLIS = 2000;
/** When somebody who was refused for want of room may ask again. */
export const RETRY_AFTER_SECONDS = 5;
