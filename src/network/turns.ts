import { turn } from './turn.js';

/**
 * Lets one after the other begin, each in a turn of its own: two hundred that are ready at once would be gone through one behind the
 * other before anybody else is heard again.
 */
export function createTurns(): () => Promise<void> {
  let entrance = Promise.resolve();
  return () => {
    const mine = entrance;
    entrance = mine.then(turn);
    return mine;
  };
}
