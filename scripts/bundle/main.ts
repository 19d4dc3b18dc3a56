import { fileURLToPath } from 'node:url';
import { bundleProgram } from './bundle.js';

/** A step of `npm run build`: the compiled program into few files, so that it starts in a third of the time. */
const root = fileURLToPath(new URL('../../..', import.meta.url));
await bundleProgram(root);
