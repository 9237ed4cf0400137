import type { Frame } from './frame.ts';
import { htmlFile, type OutputFile } from './html-file.ts';
import { layout } from './layout.ts';
import type { PageData } from './page-data.ts';
import { postPage } from './pages/post.ts';
import { proofRecordPage } from './pages/proof-record.ts';
import { twinFile } from './programs/markdown-twin.ts';
import { recordFile } from './proof/proof-mark.ts';

/** The files of a post. They depend on nothing but the arguments: two builds of the same input are equal to the byte. */
export function renderPost(page: PageData, frame: Frame): OutputFile[] {
  const record = proofRecordPage(page, frame);
  return [
    htmlFile(`${page.post.url}index.html`, layout(postPage(page, frame), frame)),
    { path: `${page.post.url}${twinFile}`, text: page.twin },
    ...(page.post.frontMatter.searchHidden ? [] : [{ path: page.search.file, text: page.searchText }]),
    ...(record ? [htmlFile(`${page.post.url}${recordFile}`, layout(record, frame))] : []),
  ];
}
