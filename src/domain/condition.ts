/** A narrowing that a question asks for, before it is known what it means for the things asked about. */
export type Condition =
  | { readonly kind: 'trait'; readonly trait: string; readonly shown: string }
  | { readonly kind: 'state'; readonly value: string }
  | { readonly kind: 'engine'; readonly value: string }
  | { readonly kind: 'runtime'; readonly value: string }
  | { readonly kind: 'type'; readonly value: string }
  | { readonly kind: 'tag'; readonly key: string; readonly value?: string }
  | { readonly kind: 'name'; readonly value: string; readonly contains: boolean }
  | { readonly kind: 'id'; readonly prefix: string; readonly value: string };

/** A condition as a question has it: "running", "not running". */
export interface Narrowing {
  readonly condition: Condition;
  readonly negated: boolean;
}
