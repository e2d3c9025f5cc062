import { awaitRest } from './await-rest.ts';
import { followContents } from './follow-contents.ts';
import { layOutRest } from './lay-out-rest.ts';
import { printAsPaper } from './print-as-paper.ts';

/** All that a page to read does by itself once it has loaded, in one file, since each file is a request. */
export function attendLesson(page: Document): void {
  void layOutRest(page);
  void awaitRest(page);
  followContents(page);
  printAsPaper(page);
}
