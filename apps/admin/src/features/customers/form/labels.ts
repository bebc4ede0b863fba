/** What the fields are called, by their paths, from the top of the form to its bottom; `*` stands for any line. */
export const labels: Readonly<Record<string, string>> = {
  kind: "Kind",
  givenName: "Given name",
  familyName: "Family name",
  companyName: "Company",
  email: "E-mail",
  phone: "Telephone",
  "addresses.*.street": "Street",
  "addresses.*.postalCode": "Postcode",
  "addresses.*.city": "Town",
  "addresses.*.country": "Country",
  "consent.email": "May be contacted",
  consentSource: "How it was given",
};
