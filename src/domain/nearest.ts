/**
 * The candidates that a mistyped word most likely meant, best first: at most `limit`, and none that is far off.
 * For error messages; nothing is ever chosen by it.
 */
export function nearest(word: string, candidates: readonly string[], limit = 3): readonly string[] {
  const wanted = word.slice(0, LONGEST_COMPARED).toLowerCase();
  const allowed = Math.max(2, Math.floor(wanted.length / 3));
  // One spelling of each: words differ only in case when a name is also an environment.
  const distinct = new Map(candidates.toReversed().map((candidate) => [candidate.toLowerCase(), candidate]));
  return [...distinct.values()]
    .map((candidate) => ({
      candidate,
      distance: distanceTo(wanted, candidate.slice(0, LONGEST_COMPARED).toLowerCase(), allowed),
    }))
    .filter(({ distance }) => distance <= allowed)
    .sort(
      (left, right) =>
        left.distance - right.distance ||
        // Of the words that contain it, the one with the least besides.
        Math.abs(left.candidate.length - wanted.length) - Math.abs(right.candidate.length - wanted.length) ||
        left.candidate.localeCompare(right.candidate, 'en'),
    )
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Words come from outside; the comparison is quadratic in their length. */
const LONGEST_COMPARED = 64;

/** Edits between two words; a word contained in the other ("pay" in "payments") counts as one edit. */
function distanceTo(left: string, right: string, allowed: number): number {
  if (left.length >= 3 && right.includes(left)) return Math.min(1, right.length - left.length);
  // Each letter more or less is an edit already: most words need no closer look.
  if (Math.abs(left.length - right.length) > allowed) return Number.POSITIVE_INFINITY;
  return editDistance(left, right, allowed);
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); infinite above `allowed`. */
function editDistance(left: string, right: string, allowed: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) best = Math.min(best, at(beforePrevious, column - 2) + 1);
      current.push(best);
    }
    // Rows never get smaller, apart from swaps, which reach back one row.
    if (Math.min(...current) > allowed && Math.min(...previous) > allowed) return Number.POSITIVE_INFINITY;
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, right.length);
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.POSITIVE_INFINITY;
}
