/** What is wrong with a form as a whole. */
export function FormError({ message }: { message: string | undefined }) {
  if (!message) return null
  return (
    <p role="alert" className="border-l-2 border-bad bg-bad-wash px-3 py-2 text-base text-bad">
      {message}
    </p>
  )
}
