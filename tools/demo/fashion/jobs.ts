/** A kind of job: title, client account, place, fee in euros, first hour, last hour, days. */
export type JobTemplate = readonly [title: string, client: string, location: string, fee: number, from: string, to: string, days: number]

/** Jobs from which the chart of the fashion tenant is filled. */
// prettier-ignore
export const jobTemplates: readonly JobTemplate[] = [
  ['E-commerce, knit week', 'feld-und-faden', 'Studio Salzburg-Gnigl', 780, '08:30', '17:30', 2],
  ['Fitting, winter show', 'haus-morgenrot', 'Atelier, Neubaugasse', 220, '13:00', '15:00', 1],
  ['Lookbook, men', 'haus-morgenrot', 'Atelier Brandt, 1070 Vienna', 900, '09:00', '18:00', 1],
  ['Opticians’ fair, stand', 'optik-lindgruen', 'Messe Graz', 650, '10:00', '18:00', 2],
  ['Campaign stills, railway', 'studio-nord', 'Hauptbahnhof, platform 12', 1400, '06:00', '15:00', 1],
  ['Editorial, concrete', 'kaltwasser', 'Alterlaa, Tower B', 350, '08:00', '19:00', 1],
  ['Jackets, test above 2,000 m', 'almwerk', 'Stubai Glacier', 1250, '07:00', '16:00', 2],
  ['Serum, hands and neck', 'mira-lo', 'Milan, Via Savona', 1600, '09:00', '17:00', 1],
  ['Bank portraits', 'studio-nord', 'Praterstraße, Vienna', 1000, '09:30', '16:00', 1],
  ['Catalogue, spring colours', 'feld-und-faden', 'Attersee', 1100, '08:00', '17:00', 2],
  ['Showroom days', 'haus-morgenrot', 'Showroom, Seilerstätte', 480, '10:00', '18:00', 2],
  ['Test shooting', 'atelier-brandt', 'Atelier Brandt, 1070 Vienna', 0, '11:00', '15:00', 1],
  ['Frames, second series', 'optik-lindgruen', 'Atelier Brandt, 1070 Vienna', 820, '08:30', '17:00', 1],
  ['Music video, tram depot', 'studio-north', 'Remise, 1020 Vienna', 950, '10:00', '20:00', 1],
  ['Food spot, family table', 'studio-nord', 'Studio Mauer', 1300, '08:00', '18:00', 1],
  ['Sunrise shots, vineyard', 'kaltwasser', 'Nussberg, Vienna', 400, '05:00', '11:00', 1],
]
