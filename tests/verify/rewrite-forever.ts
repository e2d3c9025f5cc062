import { replaceFile } from '../../src/verify/files/replace-file.ts';

/** Replaces the contents of some files by one and the other of two letters, again and again, until it is killed. */
const [, , within, size, ...paths] = process.argv;
process.stdout.write('begins\n');
for (let round = 0; ; round++) {
  for (const path of paths) replaceFile(path, (round % 2 === 0 ? 'b' : 'a').repeat(Number(size)), within);
}
