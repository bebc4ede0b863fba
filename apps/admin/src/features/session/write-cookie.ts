/**
 * Writes one of the cookies that the browser itself keeps: which store, whether the tablet is shared. None is a secret, so
 * that a script may read them; where there is TLS they are sent by TLS alone, as the session's cookie is.
 */
export function writeCookie(text: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = overTls(text, window.location.protocol);
}

export const overTls = (text: string, protocol: string): string =>
  protocol === "https:" ? `${text}; secure` : text;
