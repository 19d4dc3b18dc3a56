/** What the sandbox tells its interpreter process. */
export type ToInterpreter =
  | { readonly kind: 'run'; readonly run: number; readonly code: string }
  | { readonly kind: 'reply'; readonly call: number; readonly text: string }
  | { readonly kind: 'cancel'; readonly run: number };

/**
 * What the interpreter process tells the sandbox. Values cross as JSON text: the bridge between Python and JavaScript
 * cuts integers to 32 bits.
 */
export type FromInterpreter =
  | { readonly kind: 'ready' }
  | { readonly kind: 'call'; readonly run: number; readonly call: number; readonly text: string }
  | { readonly kind: 'done'; readonly run: number; readonly text: string };
