/**
 * Names of fields that hold a value of a person wherever they stand, by class: how somebody is reached, where from and with what they come,
 * and what is known of them. Logs mask the first two; the trail shows all of them to those alone who have the right to see personal values.
 * Names of persons are not among them: a trail without names says nothing.
 */
export const personalFields = {
  contact: ['email', 'phone', 'address', 'street', 'postalCode', 'city', 'recipient', 'replyTo'],
  device: ['ip', 'userAgent'],
  about: ['dateOfBirth', 'notes', 'note', 'bio', 'message', 'body'],
} as const

const all: ReadonlySet<string> = new Set(Object.values(personalFields).flat())

/** Whether a field of this name holds a value of a person. */
export function isPersonal(field: string): boolean {
  return all.has(field)
}
