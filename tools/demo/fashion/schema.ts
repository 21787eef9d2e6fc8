import { EYE_OPTIONS, HAIR_LENGTH_OPTIONS, HAIR_OPTIONS, HAIR_TYPE_OPTIONS, LANGUAGE_OPTIONS, SKIN_OPTIONS } from '../appearance.ts';
import { kidsSchemas } from '../kids/schema.ts';
import { choice, field, label, section, type DemoSchema, type SchemaSection } from '../schema-kit.ts';

const shared: SchemaSection[] = [
  section('appearance', 'Appearance', 'Erscheinung', [
    choice('hair_colour', 'select', 'Hair colour', 'Haarfarbe', HAIR_OPTIONS, { required: true, privacy: 'public', facet: true, highlight: true }),
    choice('hair_length', 'select', 'Hair length', 'Haarlänge', HAIR_LENGTH_OPTIONS, { privacy: 'public', facet: true }),
    choice('hair_type', 'select', 'Hair type', 'Haarstruktur', HAIR_TYPE_OPTIONS, { privacy: 'public' }),
    choice('eye_colour', 'select', 'Eye colour', 'Augenfarbe', EYE_OPTIONS, { required: true, privacy: 'public', facet: true, highlight: true }),
    choice('skin_tone', 'select', 'Skin tone', 'Hautton', SKIN_OPTIONS, { facet: true }),
    field('tattoos', 'boolean', 'Visible tattoos', 'Sichtbare Tattoos', { facet: true }),
    field('piercings', 'text', 'Piercings', 'Piercings'),
  ]),
  section('work', 'Work', 'Arbeit', [
    choice('experience', 'select', 'Experience', 'Erfahrung', ['new_face|New face|New Face', 'some|First jobs|Erste Jobs', 'regular|Working regularly|Regelmäßig', 'experienced|Experienced|Erfahren', 'senior|More than ten years|Mehr als zehn Jahre', 'international|International|International'], { privacy: 'public', facet: true }),
    choice('languages', 'multiselect', 'Languages', 'Sprachen', LANGUAGE_OPTIONS, { privacy: 'public', facet: true }),
    choice('skills', 'multiselect', 'Skills', 'Fähigkeiten', ['ballet|Ballet|Ballett', 'contemporary|Contemporary dance|Zeitgenössischer Tanz', 'yoga|Yoga|Yoga', 'climbing|Climbing|Klettern', 'skiing|Skiing|Skifahren', 'skating|Ice skating|Eislaufen', 'swimming|Swimming|Schwimmen', 'riding|Horse riding|Reiten', 'boxing|Boxing|Boxen', 'running|Running|Laufen', 'cycling|Cycling|Radfahren', 'acting|Acting|Schauspiel', 'singing|Singing|Gesang', 'piano|Piano|Klavier', 'violin|Violin|Geige', 'driving|Driving licence B|Führerschein B', 'motorbike|Motorbike licence|Führerschein A'], { privacy: 'public', facet: true }),
    choice('travel', 'select', 'Travel', 'Reisebereitschaft', ['local|Vienna only|Nur Wien', 'national|Austria|Österreich', 'dach|Austria, Germany, Switzerland|DACH', 'europe|Europe|Europa', 'worldwide|Worldwide|Weltweit'], { facet: true }),
    choice('work_authorisation', 'select', 'Work authorisation', 'Arbeitserlaubnis', ['eu|EU citizen|EU-Bürger', 'eu_permit|EU work permit|EU-Arbeitserlaubnis', 'sponsored|Needs sponsoring|Bewilligung nötig']),
    choice('restrictions', 'multiselect', 'Does not shoot', 'Keine Aufträge für', ['fur|Fur|Pelz', 'lingerie|Lingerie|Unterwäsche', 'swimwear|Swimwear|Bademode', 'tobacco|Tobacco|Tabak', 'alcohol|Alcohol|Alkohol', 'politics|Political campaigns|Politische Kampagnen', 'haircut|Haircuts|Haarschnitte']),
    field('day_rate', 'number', 'Day rate from', 'Tagessatz ab', { unit: 'eur', min: 150, max: 6000 }),
    field('digitals_on', 'date', 'Digitals taken on', 'Polaroids vom'),
    field('portfolio_url', 'url', 'Own website', 'Eigene Website', { privacy: 'public' }),
  ]),
  section('private', 'Private', 'Privat', [
    field('legal_name', 'text', 'Legal name', 'Bürgerlicher Name', { privacy: 'private', required: true }),
    field('mobile', 'text', 'Mobile', 'Mobiltelefon', { privacy: 'private' }),
    field('passport_until', 'date', 'Passport valid until', 'Reisepass gültig bis', { privacy: 'private' }),
    field('notes', 'longtext', 'Booker’s notes', 'Notizen der Agentur', { privacy: 'private' }),
  ]),
];

const cm = { unit: 'cm', privacy: 'public' } as const;

/** Profile schemas of the fashion tenant: women's and men's board, with different sizes. */
export const fashionSchemas: readonly DemoSchema[] = [
  {
    tenant: 'fashion',
    key: 'model_women',
    label: label('Model, women’s board', 'Model, Damen'),
    sections: [
      section('measurements', 'Measurements', 'Maße', [
        field('height', 'measurement', 'Height', 'Größe', { ...cm, required: true, min: 150, max: 195, facet: true, highlight: true }),
        field('bust', 'measurement', 'Bust', 'Brust', { ...cm, required: true, min: 70, max: 130, facet: true, highlight: true }),
        field('waist', 'measurement', 'Waist', 'Taille', { ...cm, required: true, min: 54, max: 120, facet: true, highlight: true }),
        field('hips', 'measurement', 'Hips', 'Hüfte', { ...cm, required: true, min: 78, max: 140, facet: true, highlight: true }),
        field('inseam', 'measurement', 'Inseam', 'Schrittlänge', { ...cm, min: 65, max: 100 }),
        field('dress', 'measurement', 'Dress size', 'Konfektion', { unit: 'eu_clothing', privacy: 'public', min: 30, max: 54, facet: true }),
        field('shoe', 'measurement', 'Shoe size', 'Schuhgröße', { unit: 'eu_shoe', privacy: 'public', required: true, min: 35, max: 44, facet: true, highlight: true }),
      ]),
      ...shared,
    ],
  },
  {
    tenant: 'fashion',
    key: 'model_men',
    label: label('Model, men’s board', 'Model, Herren'),
    sections: [
      section('measurements', 'Measurements', 'Maße', [
        field('height', 'measurement', 'Height', 'Größe', { ...cm, required: true, min: 165, max: 205, facet: true, highlight: true }),
        field('chest', 'measurement', 'Chest', 'Brust', { ...cm, required: true, min: 80, max: 130, facet: true, highlight: true }),
        field('waist', 'measurement', 'Waist', 'Bund', { ...cm, required: true, min: 64, max: 120, facet: true, highlight: true }),
        field('hips', 'measurement', 'Hips', 'Hüfte', { ...cm, min: 80, max: 130, facet: true }),
        field('inseam', 'measurement', 'Inseam', 'Schrittlänge', { ...cm, min: 70, max: 100 }),
        field('collar', 'measurement', 'Collar', 'Kragenweite', { ...cm, min: 34, max: 50 }),
        field('suit', 'measurement', 'Suit size', 'Anzug', { unit: 'eu_suit', privacy: 'public', min: 44, max: 60, facet: true, highlight: true }),
        field('shoe', 'measurement', 'Shoe size', 'Schuhgröße', { unit: 'eu_shoe', privacy: 'public', required: true, min: 39, max: 49, facet: true, highlight: true }),
      ]),
      ...shared,
    ],
  },
  { ...kidsSchemas.find((schema) => schema.key === 'child')!, tenant: 'fashion', label: label('Child, 3–12', 'Kind, 3–12') },
];
