import Markdown, { type Components } from 'react-markdown'

const components: Components = {
  h1: ({ children }) => <h2 className="headline mt-8 text-xl first:mt-0">{children}</h2>,
  h2: ({ children }) => <h2 className="headline mt-8 text-xl first:mt-0">{children}</h2>,
  h3: ({ children }) => <h3 className="mt-5 text-lg font-semibold first:mt-0">{children}</h3>,
  h4: ({ children }) => <h4 className="mt-4 font-semibold first:mt-0">{children}</h4>,
  ul: ({ children }) => <ul className="grid list-disc gap-1 pl-5">{children}</ul>,
  ol: ({ children }) => <ol className="grid list-decimal gap-1 pl-5">{children}</ol>,
  blockquote: ({ children }) => <blockquote className="grid gap-3 border-l-2 border-line-strong pl-4 text-ink-2">{children}</blockquote>,
  a: ({ href, children }) => (
    <a href={href} className="link" rel="noopener nofollow">
      {children}
    </a>
  ),
  code: ({ children }) => <code className="rounded-xs bg-sunken px-1 font-mono text-sm">{children}</code>,
  pre: ({ children }) => <pre className="overflow-x-auto bg-sunken p-3 font-mono text-sm">{children}</pre>,
  hr: () => <hr className="my-4 border-line" />,
}

/** A text in Markdown. HTML in it is shown as it is written, links go to safe places only, there are no pictures. */
export function Prose({ text }: { text: string }) {
  return (
    <div className="grid max-w-[68ch] gap-3 text-md leading-relaxed break-words text-pretty">
      <Markdown components={components} disallowedElements={['img']} unwrapDisallowed>
        {text}
      </Markdown>
    </div>
  )
}
