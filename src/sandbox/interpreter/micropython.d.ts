// The package ships no types. Only what the interpreter process uses is declared.
declare module '@micropython/micropython-webassembly-pyscript/micropython.mjs' {
  export interface MicroPython {
    readonly globals: { get(name: string): unknown; set(name: string, value: unknown): void };
    runPython(code: string): unknown;
  }
  export function loadMicroPython(options: {
    readonly heapsize?: number;
    readonly pystack?: number;
    readonly stdout?: (line: string) => void;
    readonly stderr?: (line: string) => void;
    readonly linebuffer?: boolean;
  }): Promise<MicroPython>;
}
