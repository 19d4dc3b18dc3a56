/** Reads of what customers stored that configuration can switch on (`CENTRAL_OPS_SENSITIVE_READS`). */
export const SENSITIVE_READS = ['object-bodies', 'log-events', 'parameters'] as const;

export type SensitiveRead = (typeof SENSITIVE_READS)[number];
