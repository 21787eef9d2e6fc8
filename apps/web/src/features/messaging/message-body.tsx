const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/g

/** The text of a message as it was typed; addresses become links. */
export function MessageBody({ text }: { text: string }) {
  return text.split(LINK).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part} target="_blank" rel="noreferrer noopener nofollow" className="underline underline-offset-2">
        {part}
      </a>
    ) : (
      part
    ),
  )
}
