/**
 * The idempotency key of a form with this content: the same for a retry after a lost answer, also after the page was loaded
 * again, another one as soon as anything differs. `formKey` is random and the form's own, so the sum only has to tell the
 * contents of one form apart.
 */
export const idempotencyKeyOf = (formKey: string, content: unknown): string =>
  `${formKey}-${sumOf(JSON.stringify(content))}`;

/** FNV-1a over UTF-16 units, twice with different beginnings: 64 bits in hexadecimal. */
function sumOf(text: string): string {
  const half = (beginning: number) => {
    let sum = beginning;
    for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    return (sum >>> 0).toString(16).padStart(8, "0");
  };
  return half(0x811c9dc5) + half(0x9dc5811c);
}
