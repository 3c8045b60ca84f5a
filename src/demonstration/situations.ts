import type { OffenceFeature } from '../policy/offence-classes.js';

/** What happened, as police would refer it; `days` and children are put to it by the story. */
export type Situation = {
  readonly homeOfficeClass: string;
  readonly description: string;
  readonly score: number;
  readonly information: string;
  readonly features?: readonly OffenceFeature[];
  readonly victim: 'PERSON' | 'CHILD' | 'BUSINESS' | null;
};

// prettier-ignore
export const situations: readonly Situation[] = [
  { homeOfficeClass: '46', score: 2, victim: 'BUSINESS', description: 'Took headphones worth £24 from a shop in the city centre.', information: 'Came in with a parent and admitted it at once. Nothing else is known.' },
  { homeOfficeClass: '92E', score: 2, victim: null, features: ['CANNABIS'], description: 'A small bag of cannabis was found on arrest for a burglary.', information: 'The burglary is still investigated. Other intelligence links the address to older people who supply.' },
  { homeOfficeClass: '8N', score: 3, victim: 'CHILD', description: 'Punched another pupil once after an argument at the bus stop.', information: 'Victim and child are at the same school, which keeps them apart at present.' },
  { homeOfficeClass: '58B', score: 2, victim: 'BUSINESS', description: 'Broke a window in the children’s home where the child lives.', information: 'A child in care. The home’s own policy asks for restorative steps first.' },
  { homeOfficeClass: '10D', score: 3, victim: null, features: ['KNIFE'], description: 'Had a kitchen knife in a school bag.', information: 'Says that it was carried out of fear after a robbery in the summer, which is on record.' },
  { homeOfficeClass: '8L', score: 3, victim: 'CHILD', description: 'Sent unwanted messages to a former friend from new accounts.', information: 'Forty messages in nine days. The accounts were closed by the parents.' },
  { homeOfficeClass: '105A', score: 2, victim: 'CHILD', features: ['DOMESTIC'], description: 'Slapped a younger brother during an argument over a game.', information: 'A neighbour called police. Early help is working with the family.' },
  { homeOfficeClass: '58D', score: 2, victim: 'BUSINESS', description: 'Two children broke the lights of a sports pavilion.', information: 'The other child was referred under the same crime reference.' },
  { homeOfficeClass: '9B', score: 3, victim: 'PERSON', features: ['HATE'], description: 'Shouted words about a shop worker’s religion when asked to leave.', information: 'The camera has sound. Said at interview that the words were heard online.' },
  { homeOfficeClass: '48', score: 3, victim: 'PERSON', features: ['TRAFFIC'], description: 'Drove a stepfather’s car round an industrial estate.', information: 'No collision. The stepfather wishes it to be dealt with out of court.' },
  { homeOfficeClass: '49', score: 2, victim: 'PERSON', description: 'Kept a purse that was found in the library.', information: 'Handed it in after a week, without the money, which was paid back since.' },
  { homeOfficeClass: '56B', score: 2, victim: 'BUSINESS', description: 'Set fire to a litter bin in the park.', information: 'Ten years old. The fire service has seen the family.' },
];

/** Invented; put together so that no two children of the demonstration look alike, save the two that should. */
export const givenNames = [
  ...['Callum', 'Jaydon', 'Ayaan', 'Kayleigh', 'Niamh', 'Mateusz', 'Elspeth', 'Rehan', 'Tyrell', 'Iris', 'Haris'],
  ...['Bethan', 'Zara', 'Amari', 'Sienna', 'Yusuf', 'Chantelle', 'Prakash', 'Freddie', 'Lena'],
];
export const familyNames = [
  ...['Brookvale', 'Fernhollow', 'Willowmere', 'Sandford-Reed', 'Harrowgate', 'Larkspur', 'Mossbank'],
  ...['Dovecote', 'Nettlefold', 'Wheatcroft', 'Stillwater', 'Ravensdale', 'Goldsworth'],
];
export const ethnicities = ['W1', 'A1', 'B1', 'M1', 'A2', 'W9', 'B2', 'M3', 'W1', 'W3', 'A3', 'O2'];
