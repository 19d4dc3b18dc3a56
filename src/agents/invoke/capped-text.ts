/** Characters of one agent's answer that are kept. */
export const MOST_CHARACTERS = 100_000;

/** Text that arrives in pieces, up to a size. */
export interface CappedText {
  /** What of the piece was kept. */
  add(piece: string): string;
  readonly text: string;
  /** Whether something was left out. */
  readonly cut: boolean;
}

export function createCappedText(most: number = MOST_CHARACTERS): CappedText {
  const pieces: string[] = [];
  let left = most;
  let cut = false;
  return {
    add(piece) {
      if (piece.length > left) cut = true;
      const kept = cutWhole(piece, left);
      left = cut ? 0 : left - kept.length;
      if (kept !== '') pieces.push(kept);
      return kept;
    },
    get text() {
      return pieces.join('');
    },
    get cut() {
      return cut;
    },
  };
}

/** Never half a character. */
export function cutWhole(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most);
  return /[\ud800-\udbff]$/u.test(kept) ? kept.slice(0, -1) : kept;
}
