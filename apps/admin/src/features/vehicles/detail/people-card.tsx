"use client";

import { IconCheck, IconMail, IconPhone, IconX } from "@tabler/icons-react";
import { useSuspenseQueries } from "@tanstack/react-query";
import { consentChannels, type Party } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import { Card, CardRow } from "../../../ui/card.tsx";
import { Person } from "../../../ui/person.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { partyById } from "../../customers/queries.ts";
import { channelWords } from "../../customers/words.ts";
import { rolesWord, shownPeople, type VehiclePerson } from "../people.ts";
import classes from "./detail.module.css";
import { type ContractPages, useVehicleContracts } from "./use-vehicle-contracts.ts";

type PeopleCardProps = { vehicleId: string; pages: ContractPages };

/** Who holds and who pays the vehicle's contracts, how to reach them, and whether one may. */
export function PeopleCard({ vehicleId, pages }: PeopleCardProps) {
  const { contracts } = useVehicleContracts(vehicleId, pages);
  const { current, former } = shownPeople(contracts);
  const parties = useParties([...current, ...former]);
  const [only] = current;
  return (
    <Card
      title="People"
      action={
        current.length === 1 &&
        only && (
          <Link href={routes.customer(only.partyId)} className={classes.link}>
            Open customer
          </Link>
        )
      }
      flush
    >
      {current.length === 0 && (
        <CardRow>
          <span className={classes.muted}>Nobody holds a contract of this vehicle now.</span>
        </CardRow>
      )}
      {current.map((person) => (
        <CardRow key={person.partyId}>
          <Contact person={person} party={parties.get(person.partyId)} />
        </CardRow>
      ))}
      {former.length > 0 && (
        <CardRow>
          <Former people={former} parties={parties} />
        </CardRow>
      )}
    </Card>
  );
}

function useParties(people: readonly VehiclePerson[]): ReadonlyMap<string, Party> {
  const trpc = useTRPC();
  const answers = useSuspenseQueries({ queries: people.map(({ partyId }) => partyById(trpc, partyId)) });
  return new Map(answers.map(({ data }) => [data.partyId, data]));
}

function Contact({ person, party }: { person: VehiclePerson; party: Party | undefined }) {
  const format = useFormat();
  if (!party) return null;
  const since = person.since && `since ${format.date(person.since)}`;
  return (
    <div className={classes.contact}>
      <Person
        plain
        name={party.name}
        top={
          <Link href={routes.customer(party.partyId)} className={classes.link}>
            {party.name}
          </Link>
        }
        below={[rolesWord(person), since].filter(Boolean).join(" ")}
      />
      <ul className={classes.reach}>
        {party.email && (
          <li>
            <IconMail size={16} stroke={1.75} aria-label="E-mail" />
            <a href={`mailto:${party.email}`}>{party.email}</a>
          </li>
        )}
        {party.phone && (
          <li>
            <IconPhone size={16} stroke={1.75} aria-label="Telephone" />
            <a href={`tel:${party.phone.replace(/[^+\d]/g, "")}`}>{party.phone}</a>
          </li>
        )}
        {!party.email && !party.phone && <li className={classes.muted}>No e-mail and no telephone.</li>}
      </ul>
      <Consents consent={party.consent} />
    </div>
  );
}

const Consents = ({ consent }: Pick<Party, "consent">) => (
  <div>
    <span className={classes.small}>May be contacted by</span>
    <ul className={classes.consents}>
      {consentChannels.map((channel) => (
        <li key={channel}>
          {consent[channel] ? (
            <Tag tone="green" icon={IconCheck}>
              {channelWords[channel]}
            </Tag>
          ) : (
            <Tag outline icon={IconX}>
              <span className={classes.spoken}>not by </span>
              {channelWords[channel]}
            </Tag>
          )}
        </li>
      ))}
    </ul>
  </div>
);

type FormerProps = { people: readonly VehiclePerson[]; parties: ReadonlyMap<string, Party> };

function Former({ people, parties }: FormerProps) {
  const format = useFormat();
  return (
    <div className={classes.former}>
      <span className={classes.small}>Before</span>
      <ul>
        {people.map((person) => (
          <li key={person.partyId}>
            <Link href={routes.customer(person.partyId)} className={classes.link}>
              {parties.get(person.partyId)?.name}
            </Link>{" "}
            <span className={classes.muted}>
              {rolesWord(person).toLowerCase()}
              {person.until && ` to ${format.date(person.until)}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
