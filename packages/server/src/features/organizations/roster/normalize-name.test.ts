import { expect, test } from 'vitest'
import { normalizeName, splitFullName } from './normalize-name.ts'

test.each([
  ['DUPONT', 'Dupont'],
  ['dupont', 'Dupont'],
  ['DUPONT-DURAND', 'Dupont-Durand'],
  ["D'ALMEIDA", "d'Almeida"],
  ['d’ALMEIDA', 'd’Almeida'],
  ["L'HERMITE", "L'Hermite"],
  ["O'BRIEN", "O'Brien"],
  ["M'BAPPÉ", "M'Bappé"],
  ['DE LA TOUR', 'de La Tour'],
  ['de la tour', 'de La Tour'],
  ['DU BELLAY', 'du Bellay'],
  ['LE GOFF', 'Le Goff'],
  ['DA SILVA', 'Da Silva'],
  ['EL AMRANI', 'El Amrani'],
  ['VAN DER BERG', 'van der Berg'],
  ['NGUYEN VAN MINH', 'Nguyen Van Minh'],
  ['MCDONALD', 'McDonald'],
  ['McDonald', 'McDonald'],
  ['MacArthur', 'MacArthur'],
  ['MACHADO', 'Machado'],
  ['LeBron', 'LeBron'],
  ['Dupont de Nemours', 'Dupont de Nemours'],
  ['DUPONT de Nemours', 'Dupont de Nemours'],
  ['DE', 'De'],
  ['ÉTIENNE', 'Étienne'],
  ['ŒUVRARD', 'Œuvrard'],
  ['ДУБОВ', 'Дубов'],
  ['李', '李'],
])('the family name %s is written %s', (written, expected) => expect(normalizeName(written, 'family')).toBe(expected))

test.each([
  ['JEAN-MARIE', 'Jean-Marie'],
  ['jean-marie', 'Jean-Marie'],
  ['VAN ANH', 'Van Anh'],
  ['MARIA DE LOURDES', 'Maria de Lourdes'],
  ['J.-P.', 'J.-P.'],
  ['Louis III', 'Louis III'],
  ['DeShawn', 'DeShawn'],
])('the given name %s is written %s', (written, expected) => expect(normalizeName(written, 'given')).toBe(expected))

test.each([
  ['DUPONT Jean-Marie', false, 'DUPONT', 'Jean-Marie', false],
  ['Jean-Marie DUPONT', false, 'DUPONT', 'Jean-Marie', false],
  ['DE LA TOUR Ana Lou', false, 'DE LA TOUR', 'Ana Lou', false],
  ['Ana de LA TOUR', true, 'de LA TOUR', 'Ana', false],
  ['Dupont, Jean', true, 'Dupont', 'Jean', false],
  ['DUPONT J.', false, 'DUPONT', 'J.', false],
  ['jean DUPONT', true, 'DUPONT', 'jean', false],
  ['John Smith', true, 'Smith', 'John', true],
  ['Smith John', false, 'Smith', 'John', true],
  ['de La Tour Jean', false, 'de La Tour', 'Jean', true],
  ['DUPONT JEAN', false, 'DUPONT', 'JEAN', true],
  ['Madonna', true, 'Madonna', '', false],
])('%s is split', (name, givenFirst, familyName, givenName, isGuessed) => {
  expect(splitFullName(name, givenFirst)).toEqual({ familyName, givenName, isGuessed })
})
