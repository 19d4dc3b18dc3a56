/** The current time in milliseconds since the Unix epoch. A parameter, so that tests own the time. */
export type Clock = () => number;
