import type { PolicyReason } from '@itellico/contracts/policies'

/** German texts of why a rule refuses. */
export const dePolicyReasons: Readonly<Record<PolicyReason, string>> = {
  notOwn: 'Das Profil gehört anderen.',
  noConsent: 'Dafür gibt es keine Einwilligung der Sorgeberechtigten.',
  consentOver: 'Die Einwilligung umfasst nicht die ganze Zeit.',
  consentOther: 'Die Einwilligung umfasst diese Art Arbeit oder diesen Inhalt nicht.',
  tooManyHours: 'Das ist länger, als ein Kind an einem Tag arbeiten darf.',
  notPublic: 'Minderjährige werden nie öffentlich gezeigt.',
  clientUnverified: 'Der Kunde ist noch nicht geprüft.',
  noOpenListing: 'Der Kunde hat kein offenes Casting.',
  noBooking: 'Kontaktdaten sieht man, solange eine Buchung bestätigt ist, und 30 Tage danach.',
  throughAgency: 'Dieses Talent wird hier exklusiv vertreten: die Buchung geht an die Agentur.',
  ownPayment: 'Wer die Buchung gemacht hat, gibt eine Zahlung dieser Größe nicht frei.',
  ownCase: 'Niemand entscheidet über ein Konto, zu dem er gehört.',
  notParty: 'Nur die Parteien einer abgeschlossenen Buchung können sie bewerten.',
  proofOld: 'Dafür braucht es einen frischen Nachweis, wer man ist.',
  noSubscription: 'Dafür braucht es ein laufendes Abo.',
  quotaUsed: 'Mehr lässt der Plan nicht zu.',
  locked: 'Worauf andere sich verlassen haben, bleibt, wie es ist.',
  suspended: 'Ein gesperrter Marktplatz kann nur gelesen, bezahlt und exportiert werden.',
  keyScope: 'So weit reicht der Schlüssel nicht.',
}
