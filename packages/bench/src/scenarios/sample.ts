import postgres from "postgres";

/** Of the largest enterprise, what a run asks for; the same for the same register. */
export type Sample = {
  enterpriseId: string;
  storeIds: string[];
  providerId: string;
  partyIds: string[];
  /** With the ids of its contracts, exactly three. */
  vehicles: { vehicleId: string; vin: string; plate: string; contractIds: string[] }[];
  contracts: { contractId: string; version: number }[];
  holders: { name: string; familyName: string }[];
  numbers: string[];
};

/** Rows of each kind at most. */
const most = 6_000;

export async function takeSample(superuserUrl: string): Promise<Sample> {
  const sql = postgres(superuserUrl, { max: 1 });
  try {
    const [largest] = await sql<{ enterprise_id: string }[]>`
      select enterprise_id from contract group by 1 order by count(*) desc limit 1`;
    const enterpriseId = largest?.enterprise_id ?? "";
    const stores = await sql<{ id: string }[]>`
      select store_id as id from store where enterprise_id = ${enterpriseId} order by 1`;
    const [insurer] = await sql<{ id: string }[]>`
      select provider_id as id from provider where enterprise_id = ${enterpriseId} and kind = 'INSURER' order by 1`;
    const parties = await sql<{ id: string; name: string; family: string | null }[]>`
      select party_id as id, name, family_name as family from party where enterprise_id = ${enterpriseId}
      order by md5(party_id::text) limit ${most}`;
    const vehicles = await sql<{ vehicleId: string; vin: string; plate: string; contractIds: string[] }[]>`
      select vehicle_id as "vehicleId", v.vin, license_plate as plate, array_agg(contract_id::text) as "contractIds"
      from vehicle v join contract c using (enterprise_id, vehicle_id)
      where enterprise_id = ${enterpriseId} group by enterprise_id, vehicle_id, v.vin, license_plate
      having count(*) = 3 order by md5(vehicle_id::text) limit ${most}`;
    const contracts = await sql<{ contractId: string; version: number; number: string }[]>`
      select contract_id as "contractId", version, contract_number as number from contract
      where enterprise_id = ${enterpriseId} order by md5(contract_id::text) limit ${most}`;
    return {
      enterpriseId,
      storeIds: stores.map(({ id }) => id),
      providerId: insurer?.id ?? "",
      partyIds: parties.map(({ id }) => id),
      vehicles: [...vehicles],
      contracts: contracts.map(({ contractId, version }) => ({ contractId, version })),
      holders: parties.flatMap(({ name, family }) => (family === null ? [] : [{ name, familyName: family }])),
      numbers: contracts.map(({ number }) => number),
    };
  } finally {
    await sql.end();
  }
}

/** Gives the contract a version that no other value of a call has by chance. */
export async function markVersion(
  superuserUrl: string,
  { enterpriseId }: Sample,
  contractId: string,
  version: number,
): Promise<void> {
  const sql = postgres(superuserUrl, { max: 1 });
  try {
    await sql`update contract set version = ${version}
      where enterprise_id = ${enterpriseId} and contract_id = ${contractId}`;
    await sql`update contract_revision set version = ${version}, revision = ${version}
      where enterprise_id = ${enterpriseId} and contract_id = ${contractId} and revision = (
        select max(revision) from contract_revision
        where enterprise_id = ${enterpriseId} and contract_id = ${contractId})`;
  } finally {
    await sql.end();
  }
}
