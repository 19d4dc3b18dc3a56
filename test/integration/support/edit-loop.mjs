/** Edits a file again and again until it is killed, each time to the other of two texts. */
import { editTextFile } from '../../../dist/src/files/edit-file.js';

const path = process.argv[2];
const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
process.stdout.write('ready\n');
for (;;) {
  await editTextFile(
    path,
    async (text) => ({ text: (text[0] === 'a' ? 'b' : 'a').repeat(text.length), result: undefined }),
    { clock: Date.now, sleep },
    new AbortController().signal,
  );
}
