import type { Role } from "@vehicle-contracts/contract-model";

/** A user of the group; `stores` by name, all of them where left out. */
export type Colleague = {
  name: string;
  role: Role;
  stores?: readonly string[];
  /** Still to set the password, or not let in any more; neither can sign in. */
  state?: "invited" | "disabled";
};

export const larkmoorStaff: readonly Colleague[] = [
  { name: "Rowan Ashdown", role: "administrator" },
  { name: "Priya Tandel", role: "advisor" },
  { name: "Ines Vogtland", role: "advisor", stores: ["Köln"] },
  { name: "Lukas Brandt", role: "advisor", stores: ["Köln"] },
  { name: "Dilys Marrable", role: "advisor", stores: ["Leeds"] },
  { name: "Greta Fennimore", role: "viewer", stores: ["Bristol", "Leeds"] },
  { name: "Samir Odell", role: "administrator" },
  { name: "Heike Kallweit", role: "viewer", stores: ["Köln"], state: "invited" },
  { name: "Thandi Wexford", role: "advisor", stores: ["Bristol"] },
  { name: "Jorin Abelmann", role: "advisor", stores: ["Köln"] },
  { name: "Cerys Pomeroy", role: "advisor", stores: ["Leeds"] },
  { name: "Nadia Kestering", role: "viewer" },
  { name: "Felix Morland", role: "advisor", stores: ["Bristol", "Leeds"] },
  { name: "Orla Binchey", role: "viewer", stores: ["Leeds"], state: "invited" },
  { name: "Ewan Birtles", role: "advisor", stores: ["Bristol"], state: "disabled" },
];

export const orrinStaff: readonly Colleague[] = [
  { name: "Maeve Orrin", role: "administrator" },
  { name: "Callum Teasdale", role: "advisor" },
  { name: "Ruth Amberley", role: "advisor", stores: ["Orrin Vale Hexham"] },
  { name: "Idris Coyle", role: "viewer" },
];

/** An address of a domain that is kept for examples. */
export const emailOf = (name: string): string => `${asciiOf(name).replaceAll(" ", ".")}@example.com`;

/** Lower-case letters, digits and blanks. */
export const asciiOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[äöüßøłæı]/g, (letter) => spelt[letter] ?? letter)
    .normalize("NFD")
    .replace(/[^a-z0-9 ]/g, "");

const spelt: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  ø: "oe",
  ł: "l",
  æ: "ae",
  ı: "i",
};
