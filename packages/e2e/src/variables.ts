/** How the run's set-up tells its workers of the product and the browser it started. */
export const variables = {
  adminUrl: "E2E_ADMIN_URL",
  demoFile: "E2E_DEMO_FILE",
  mailFolder: "E2E_MAIL_FOLDER",
  browser: "E2E_BROWSER",
  browserLibraries: "E2E_BROWSER_LIBRARIES",
  browserFonts: "E2E_BROWSER_FONTS",
} as const;
