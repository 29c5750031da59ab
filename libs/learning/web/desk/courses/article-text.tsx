import type { ReactNode } from 'react';
import Markdown from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';

/** The text of an article as its readers see it; markup in it is made harmless. */
export function ArticleText({ text }: { readonly text: string }): ReactNode {
  return (
    <Markdown remarkPlugins={[remarkGfm]} rehypePlugins={[rehypeSanitize]}>
      {text}
    </Markdown>
  );
}
