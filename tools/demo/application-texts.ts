import type { TenantSlug } from './types.ts'

/** Short covering notes; `{name}` is the profile, `{role}` the role. */
export const COVER_NOTES: Record<TenantSlug, { agency: readonly string[]; direct: readonly string[] }> = {
  fashion: {
    agency: [
      '{name} is free on all days including the fitting. Digitals are from this month.',
      'Suggesting {name} for {role}: measurements checked last week, walk video is the second clip in the book.',
      '{name} has a first option on the day before but is clear on yours. Would hold at once.',
      'We think {name} is the one you described on the phone. Hair may be cut, not coloured.',
      '{name} for {role}. No category conflict, passport valid, travels by train.',
      'New to you, not to us: {name} has just come back from a season in Paris and looks it, in the good way.',
      '{name} knows your fit model and needs no alterations at the shoulder.',
      'Please look at the profile shots, {name} is strongest from the left.',
    ],
    direct: [
      'I know the location and I am not afraid of stairs. Free on all dates.',
      'I would love to do this. I can bring my own boots, broken in.',
      'Available. I wear glasses every day, minus three on both sides.',
      'Free, rested and around the corner. My booker knows I am writing.',
    ],
  },
  kids: {
    agency: [
      '{name} is the right height as of Tuesday, we measured. Licence application can go out today.',
      'For {role} we suggest {name}: has done a similar day and asked when the next one is.',
      '{name}’s school has agreed to the dates in writing. Chaperone is Grandma, licensed.',
      '{name} is shy for four minutes and wonderful afterwards. Please plan the four minutes.',
      '{name} with guardian’s consent for photo and film, no swimwear. Weekends preferred.',
    ],
    direct: [
      'We read the description together and {name} wants to do it. We can be there by train.',
      'Free on all days. {name} has grown since the pictures, size is updated.',
      '{name} would bring the wellies. Nut allergy, we carry a pen and a letter.',
      'Happy to come in for a meeting after school, any day but Thursday.',
    ],
  },
  paws: {
    agency: [
      '{name} has the behavior solid at thirty feet with one handler. Video is the first clip.',
      'Submitting {name} for {role}. Vaccinations current, insured, two handlers included in the rate.',
      '{name} worked with your AD last spring and was asked back by name.',
      'Available all days, kennel on the truck, own water. {name} travels well.',
    ],
    direct: [
      '{name} can do this in her sleep, which may be the point.',
      'We live twenty minutes away and can come by for a look, no charge.',
      '{name} is good for about four hours, then we swap in the understudy.',
      'Clear on all dates. We will need shade and a rug, nothing else.',
      'Happy to send a phone video of the exact behavior by tonight.',
    ],
  },
}
