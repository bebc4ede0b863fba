import type { ConsentChannel, Party } from "@vehicle-contracts/contract-model";

/** What the codes of the model are called on the screens. */

export const kindWords: Readonly<Record<Party["kind"], string>> = { PERSON: "Person", COMPANY: "Company" };

export const channelWords: Readonly<Record<ConsentChannel, string>> = {
  email: "E-mail",
  phone: "Telephone",
  text: "Text message",
  post: "Post",
};

/** "E-mail, telephone": the channels that are given; null where none is. */
export function consentWords(consent: Party["consent"]): string | null {
  const given = Object.entries(channelWords).flatMap(([channel, word]) =>
    // the words have exactly the channels as keys
    consent[channel as ConsentChannel] ? [word.toLowerCase()] : [],
  );
  if (given.length === 0) return null;
  const text = given.join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
