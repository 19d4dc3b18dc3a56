/** What is computed of a group of rows, besides how many they are. Only numbers count; what has none is left out and counted. */
export interface Measure {
  readonly of: 'sum' | 'average' | 'smallest' | 'largest';
  /** The column whose values are taken; a unit is part of its name: "Size GiB". */
  readonly column: string;
}

/** The operations, in the order in which they are shown to people. */
export const MEASURES: readonly Measure['of'][] = ['sum', 'average', 'smallest', 'largest'];

const HEADINGS: Readonly<Record<Measure['of'], string>> = {
  sum: 'Total',
  average: 'Average',
  smallest: 'Smallest',
  largest: 'Largest',
};

/** The heading of a measure's column: "Total Size GiB". */
export function measureHeading({ of, column }: Measure): string {
  return `${HEADINGS[of]} ${column}`;
}
