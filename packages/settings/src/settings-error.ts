/** Some settings are missing or wrong. The message has a sentence a line, each naming its variable. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}
