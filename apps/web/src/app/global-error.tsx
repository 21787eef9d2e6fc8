'use client'

/** The last resort, when not even the document could be made. It cannot rely on styles or texts. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body style={{ fontFamily: 'system-ui, sans-serif', margin: '15vh auto', maxWidth: '34rem', padding: '0 1.5rem', lineHeight: 1.5 }}>
        <title>This did not work</title>
        <h1 style={{ fontSize: '2.25rem', letterSpacing: '-0.03em', lineHeight: 1 }}>This did not work</h1>
        <p>Something failed on our side. Load the page again; that often helps.</p>
        {error.digest && (
          <p>
            <code>{error.digest}</code>
          </p>
        )}
        <a href="">Load the page again</a>
      </body>
    </html>
  )
}
