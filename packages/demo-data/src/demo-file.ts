import { Id, Role } from "@vehicle-contracts/contract-model";
import { z } from "zod";

const Group = z.strictObject({
  id: Id,
  name: z.string(),
  stores: z.array(z.strictObject({ id: Id, name: z.string() })),
});
/** Who can sign in; `storeIds` are the stores granted, all of them for an administrator. */
const DemoUser = z.strictObject({
  role: Role,
  name: z.string(),
  email: z.string(),
  password: z.string(),
  storeIds: z.array(Id),
});
/** All stores, and what an administrator may do. */
const Client = z.strictObject({ clientId: z.string(), clientSecret: z.string() });

/** What `demo.json` holds, for scripts: it has passwords and is its owner's alone. */
export const DemoFile = z.strictObject({
  adminUrl: z.url(),
  apiUrl: z.url(),
  tokenUrl: z.url(),
  enterprise: Group,
  otherEnterprise: Group,
  /** The first is an administrator. */
  users: z.array(DemoUser),
  otherUsers: z.array(DemoUser),
  apiClient: Client,
  otherApiClient: Client,
  /** Addresses of the database: as the owner of the tables, and as the program. */
  database: z.strictObject({ owner: z.string(), program: z.string() }),
});
export type DemoFile = z.infer<typeof DemoFile>;

/** Where things are at this start. */
export type Addresses = {
  /** Address of the database as the owner of the tables. */
  ownerUrl: string;
  /** The same as the program's role: what `migrate` answers. */
  programUrl: string;
  /** Of the admin app, without a path. */
  adminUrl: string;
  /** Of the API, without a path. */
  apiUrl: string;
};

export const addressFields = ({ ownerUrl, programUrl, adminUrl, apiUrl }: Addresses) => ({
  adminUrl,
  apiUrl,
  tokenUrl: new URL("/oauth/token", apiUrl).href,
  database: { owner: ownerUrl, program: programUrl },
});

/** The file of an earlier start with the addresses of this one. Throws ZodError where `file` is none. */
export const refreshDemo = (file: unknown, addresses: Addresses): DemoFile => ({
  ...DemoFile.parse(file),
  ...addressFields(addresses),
});
