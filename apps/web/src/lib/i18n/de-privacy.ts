import type { enPrivacy } from './en-privacy.ts'

/** German texts of the privacy of persons: all own data, deleting the account, and what admins do of it. */
export const dePrivacy: Record<keyof typeof enPrivacy, string> = {
  'priv.title': 'Deine Daten',
  'priv.text': 'Was der Marktplatz über dich weiß, und wie du ihn verlässt.',
  'priv.export': 'Alle deine Daten',
  'priv.exportText': 'Alles, was über dich gespeichert ist, mit deinen Bildern, als Archiv. Es ist in wenigen Minuten fertig und sieben Tage lang abrufbar.',
  'priv.exportAsk': 'Alle Daten holen',
  'priv.exportBegun': 'Deine Daten werden zusammengestellt. Du bekommst eine Nachricht, wenn sie fertig sind.',
  'priv.exportMade': 'Angefordert am {time}',
  'priv.exportUntil': 'abrufbar bis {time}',
  'priv.exportElsewhere': 'jemand anderer hat es angefordert und bekommt es',
  'priv.download': 'Herunterladen',
  'priv.delete': 'Konto löschen',
  'priv.deleteText':
    'Du wirst überall abgemeldet, und niemand kann sich anmelden. Nach 14 Tagen sind dein Login, dein eigenes Profil mit den Bildern und alles, was du geschrieben hast, endgültig weg. Buchungen bleiben in den Büchern, ohne deinen Namen.',
  'priv.deleteAsk': 'Mein Konto löschen',
  'priv.deleteTitle': 'Dein Konto löschen?',
  'priv.deleteConfirm':
    'In 14 Tagen wird alles über dich gelöscht; dann kann es niemand mehr zurückholen. Bis dahin kannst du dich anmelden und dein Konto behalten. Dein Profil bleibt sichtbar, bis es gelöscht ist.',
  'priv.email': 'Gib zur Bestätigung deine E-Mail-Adresse ein',
  'priv.keepTitle': 'Dein Konto wird bald gelöscht',
  'priv.keepText': 'Am {time} wird alles über dich gelöscht. Möchtest du bleiben?',
  'priv.keep': 'Mein Konto behalten',
  'priv.kept': 'Dein Konto bleibt. Melde dich noch einmal an.',
  'priv.person': 'Daten dieser Person',
  'priv.personText': 'Für jemanden, der schriftlich anfragt: ein Archiv von allem, was über die Person gespeichert ist, oder ihre Löschung.',
  'priv.personExport': 'Alle Daten holen',
  'priv.personExportBegun': 'Die Daten werden zusammengestellt. Du bekommst eine Nachricht, wenn sie fertig sind.',
  'priv.personErase': 'Person löschen',
  'priv.personEraseTitle': '{name} endgültig löschen?',
  'priv.personEraseText':
    'Login, eigenes Profil mit Bildern, Nachrichten und Spuren verschwinden sofort; niemand kann sie zurückholen. Buchungen bleiben unter einem Pseudonym in den Büchern.',
  'priv.personEmail': 'Gib zur Bestätigung die E-Mail-Adresse der Person ein',
  'priv.personReason': 'Warum (bleibt im Protokoll, also ohne Namen)',
  'priv.personErased': 'Die Person wird gelöscht.',
  'priv.personLeaves': 'Diese Person hat ihr Konto gelöscht; am {time} verschwindet alles.',
  'priv.personGoing': 'Diese Person wird gerade gelöscht.',
  'msg.erased': 'Diese Nachricht wurde mit dem Konto der Person gelöscht.',
}
