import { expect, test } from "vitest";
import { type Environment, readProcessSettings, readSettings, SettingsError } from "./index.ts";

function faults(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split("\n");
    throw error;
  }
  return [];
}

const faultsOf = (environment: Environment) => faults(() => readSettings(environment));

test("nothing has to be set: the loopback address, ports 3000 and 4000, the embedded database in .data", () => {
  expect(readSettings({ PATH: "/bin" })).toEqual({
    ...{ adminPort: 3000, apiPort: 4000, dataDir: ".data", databaseUrl: null, host: "127.0.0.1" },
    ...{ adminUrl: null, apiUrl: null, trustedProxies: [], jobs: true, mail: null },
  });
});

test("what is set is taken, blanks around it are not, and a blank setting counts as not set", () => {
  const environment = {
    ...{ ADMIN_PORT: " 8080 ", API_PORT: "8081", DATA_DIR: "/srv/register data", HOST: "::" },
    DATABASE_URL: "",
  };
  expect(readSettings(environment)).toEqual({
    ...{ adminPort: 8080, apiPort: 8081, dataDir: "/srv/register data", databaseUrl: null, host: "::" },
    ...{ adminUrl: null, apiUrl: null, trustedProxies: [], jobs: true, mail: null },
  });
  const address = "postgresql://owner:p%40ss@db.example/register?sslmode=require";
  expect(readSettings({ DATABASE_URL: address }).databaseUrl).toBe(address);
});

test.each(["0", "65536", "80a", "-1", "3000.5", "1e3", "99999999"])("%s is no port", (text) => {
  expect(faultsOf({ ADMIN_PORT: text })).toEqual([
    `ADMIN_PORT is "${text}"; it must be a whole number from 1 to 65535, such as 3000.`,
  ]);
});

test.each(["1", "4190", "6000", "10080"])("%s is a port at which no browser opens a page", (text) => {
  expect(faultsOf({ API_PORT: text })).toEqual([
    `API_PORT is "${text}", a port at which browsers open no page; choose another, such as 4000.`,
  ]);
});

test("the first free port and the last one are ports", () => {
  expect(readSettings({ ADMIN_PORT: "2", API_PORT: "65535" })).toMatchObject({
    adminPort: 2,
    apiPort: 65_535,
  });
});

test("the two ports differ", () => {
  expect(faultsOf({ ADMIN_PORT: "4000" })).toEqual([
    "API_PORT is 4000, as ADMIN_PORT is; the two must differ.",
  ]);
});

test("every fault is named at once, a sentence each", () => {
  expect(
    faultsOf({ ADMIN_PORT: "x", API_PORT: "y", HOST: "http://here", DATABASE_URL: "mysql://u@h/d" }),
  ).toEqual([
    'ADMIN_PORT is "x"; it must be a whole number from 1 to 65535, such as 3000.',
    'API_PORT is "y"; it must be a whole number from 1 to 65535, such as 4000.',
    'DATABASE_URL begins with "mysql:"; it must be an address such as postgres://owner:password@db.example:5432/register.',
    'HOST is "http://here"; it must be an address of this machine without a port, such as 127.0.0.1.',
  ]);
});

test.each([
  ["db.example/register", "cannot be read"],
  ["postgres:///register", "names no server"],
  ["postgres://db.example/register", "names no user"],
  ["postgres://owner:secret-word@db.example", "names no database"],
])("the database address %s %s, and its password is not shown", (address, fault) => {
  const [sentence] = faultsOf({ DATABASE_URL: address });
  expect(sentence).toMatch(new RegExp(`^DATABASE_URL ${fault}; it must be an address such as`));
  expect(sentence).not.toContain("secret-word");
});

const handed = {
  PROGRAM_DATABASE_URL: "postgres://program:p@127.0.0.1:5432/register",
  AUTH_SECRET: "s".repeat(32),
  ADMIN_URL: "http://localhost:3000",
  API_URL: "https://api.example",
};

test("a process gets its addresses and secret from the start command", () => {
  expect(readProcessSettings({ ...handed, API_PORT: "4321" })).toEqual({
    programDatabaseUrl: handed.PROGRAM_DATABASE_URL,
    authSecret: handed.AUTH_SECRET,
    adminUrl: "http://localhost:3000",
    apiUrl: "https://api.example",
    apiPort: 4321,
    host: "127.0.0.1",
    trustedProxies: [],
    jobs: true,
    mail: null,
  });
});

test("mail takes a server and a sender, and the server's password is not shown", () => {
  const url = "smtps://register:secret-word@mail.example:465";
  const from = "Vehicle Contracts <register@dealer.example>";
  expect(readSettings({ MAIL_URL: url, MAIL_FROM: from }).mail).toEqual({ url, from });
  expect(readProcessSettings({ ...handed, MAIL_URL: url, MAIL_FROM: from }).mail).toEqual({ url, from });
  expect(faultsOf({ MAIL_URL: url })).toEqual(["MAIL_FROM is not set, and MAIL_URL is; mail takes both."]);
  expect(faultsOf({ MAIL_FROM: from })).toEqual(["MAIL_URL is not set, and MAIL_FROM is; mail takes both."]);
  const [server, sender] = faultsOf({ MAIL_URL: url.replace("smtps", "https"), MAIL_FROM: "register" });
  expect(server).toBe(
    'MAIL_URL begins with "https:"; it must be an address such as smtps://user:password@mail.example:465.',
  );
  expect(sender).toMatch(/^MAIL_FROM is "register"; it must be an address, or a name with one/);
  expect(faultsOf({ MAIL_URL: "mail.example", MAIL_FROM: from })[0]).toMatch(/^MAIL_URL cannot be read/);
});

test("where people and programs reach it may be elsewhere, behind a proxy, but not under a path", () => {
  const ADMIN_URL = "https://contracts.example.com";
  const API_URL = "https://api.contracts.example.com:8443";
  expect(readSettings({ ADMIN_URL, API_URL })).toMatchObject({ adminUrl: ADMIN_URL, apiUrl: API_URL });
  expect(faultsOf({ ADMIN_URL: `${ADMIN_URL}/register` })).toEqual([
    `ADMIN_URL is "${ADMIN_URL}/register"; it must be an address such as https://contracts.example.com, with no path.`,
  ]);
});

test("proxies that are trusted are addresses and ranges, between commas or blanks", () => {
  const proxies = "127.0.0.1, 10.0.0.0/8,::1 fd00::/8";
  const trustedProxies = ["127.0.0.1", "10.0.0.0/8", "::1", "fd00::/8"];
  expect(readSettings({ TRUSTED_PROXIES: proxies })).toMatchObject({ trustedProxies });
  expect(readProcessSettings({ ...handed, TRUSTED_PROXIES: proxies })).toMatchObject({ trustedProxies });
});

test.each(["localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "::1/129", "fe80::1%eth0", "10.0.0"])(
  "%s is no proxy's address",
  (text) => {
    expect(faultsOf({ TRUSTED_PROXIES: `127.0.0.1,${text}` })).toEqual([
      `TRUSTED_PROXIES names "${text}"; it must be addresses or ranges of them, such as 127.0.0.1, 10.0.0.0/8.`,
    ]);
  },
);

test("a process without them says which are missing", () => {
  expect(faults(() => readProcessSettings({}))).toEqual([
    "PROGRAM_DATABASE_URL is not set; it must be an address such as postgres://owner:password@db.example:5432/register.",
    "AUTH_SECRET is not set; it must be a random text of 32 characters or more.",
    "ADMIN_URL is not set; it must be an address such as http://localhost:3000.",
    "API_URL is not set; it must be an address such as http://localhost:4000.",
  ]);
});

test("a short secret is refused without being shown, and an address with a path too", () => {
  const said = faults(() =>
    readProcessSettings({ ...handed, AUTH_SECRET: "too-short", API_URL: "http://a/b" }),
  );
  expect(said).toEqual([
    "AUTH_SECRET has 9 characters; it must be a random text of 32 or more.",
    'API_URL is "http://a/b"; it must be an address such as http://localhost:4000, with no path.',
  ]);
});

test("jobs are on unless they are switched off, in words", () => {
  expect(readSettings({ JOBS: "off" }).jobs).toBe(false);
  expect(readProcessSettings({ ...handed, JOBS: "off" }).jobs).toBe(false);
  expect(faultsOf({ JOBS: "no" })).toEqual(['JOBS is "no"; it must be on or off.']);
});
