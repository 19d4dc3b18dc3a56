/** Of all bodies together. What is made of a body in memory is some four times its size. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Of each body, not counted: a question of ordinary size is read even while others have used up the rest. */
const FREE_BYTES = 64 * 1024;

/** The bytes of one body that are held in memory. */
export interface Hold {
  /** Whether there is room for so many more. */
  add(bytes: number): boolean;
  /** Gives them back, once. */
  release(): void;
}

export interface HeldBytes {
  hold(): Hold;
}

/** Bounds what all bodies together may take: each has a bound of its own, and a hundred clients could still fill the memory. */
export function createHeldBytes(most: number = MOST_BYTES, free: number = FREE_BYTES): HeldBytes {
  let held = 0;
  return {
    hold() {
      let bytes = 0;
      let counted = 0;
      return {
        add(more) {
          const extra = Math.max(0, bytes + more - free) - counted;
          if (held + extra > most) return false;
          bytes += more;
          held += extra;
          counted += extra;
          return true;
        },
        release() {
          held -= counted;
          counted = 0;
        },
      };
    },
  };
}
