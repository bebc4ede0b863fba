import type { Chance } from "./chance.ts";

const givenNames = [
  ..."Anna Ben Clara David Elif Finn Greta Hasan Ines Jonas Katharina Leon Marie Noah Olga Paul".split(" "),
  ..."Rosa Stefan Tim Ursula Viktor Wiebke Yusuf Zoe Thomas Sabine Jürgen Grace Oliver Amelia".split(" "),
] as [string, ...string[]];

/** Of a hundred customers, so many have the commonest surname: more than any real one has. */
const commonestPercent = 9;
export const commonestSurname = "Müller";

const begins =
  "Schmidt Weber Fischer Wagner Becker Hoff Bau Klein Wolf Schröder Neu Braun Zimmer Hart Krüger";
const begins2 =
  "Lang Koch Richter Stein Sommer Winter Berg Thal Feld Brand Graf Horn Jung Kess Lind Mohr Nau";
const ends = ["", "mann", "er", "inger", "hauer", "berger", "bach", "stedt", "hoff", "feld", "s"] as const;
const surnames = `${begins} ${begins2}`.split(" ").flatMap((begin) => ends.map((end) => begin + end));

const trades = ["Bau", "Elektro", "Garten", "Dach", "Metall", "Druck", "Transporte", "Pflegedienst"] as const;

/** The holder of a contract: mostly a person; the rarer a surname stands in the list, the rarer it is. */
export function someName(
  chance: Chance,
): { kind: "PERSON"; givenName: string; familyName: string } | { kind: "COMPANY"; companyName: string } {
  if (chance.in100(commonestPercent)) return person(chance, commonestSurname);
  const last = surnames.length - 1;
  const surname = surnames[Math.floor((chance.int(0, last) * chance.int(0, last)) / (last + 1))] ?? "Weber";
  return chance.in100(18)
    ? { kind: "COMPANY", companyName: `${surname} ${chance.pick(trades)} GmbH` }
    : person(chance, surname);
}

const person = (chance: Chance, familyName: string) => ({
  kind: "PERSON" as const,
  givenName: chance.pick(givenNames),
  familyName,
});
