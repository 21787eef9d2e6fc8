import { mediaFailures, type MediaFailure } from '@itellico/contracts/media'
import type { Translate } from '@/lib/i18n/translate'

/** Why a picture failed, in words. */
export function failureText(t: Translate, why: string | null): string {
  return t(`media.failed.${mediaFailures.includes(why as MediaFailure) ? (why as MediaFailure) : 'internal'}`)
}
