"use client";

import { Button } from "@mantine/core";
import { IconBuilding, IconPencil, IconPlus, IconUser } from "@tabler/icons-react";
import type { Party } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { routes } from "../../../routes.ts";
import { Keys } from "../../../ui/keys.tsx";
import { PageHead } from "../../../ui/page/page-head.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { Tag } from "../../../ui/tag.tsx";
import { useMay } from "../../session/use-may.ts";
import { kindWords } from "../words.ts";
import { EmailLink, PhoneLink } from "./contact-links.tsx";
import classes from "./detail.module.css";

const none = <span className={classes.muted}>none</span>;

/** Who it is, how they are reached at once, and what may be done. */
export function CustomerHead({ party }: { party: Party }) {
  const { partyId, kind, name, email, phone, version } = party;
  const router = useRouter();
  const may = useMay();
  const edit = routes.editCustomer(partyId);
  const sell = routes.newContractFor(partyId);
  useShortcut("E", "Edit", () => router.push(edit), { group: "Customer", when: may.write });
  useShortcut("C", "New contract", () => router.push(sell), { group: "Customer", when: may.write });
  return (
    <PageHead
      title={name}
      beside={
        <>
          <Tag icon={kind === "PERSON" ? IconUser : IconBuilding}>{kindWords[kind]}</Tag>
          <span className={classes.muted}>version {version}</span>
        </>
      }
      facts={[
        { label: "E-mail", value: email ? <EmailLink email={email} /> : none },
        { label: "Telephone", value: phone ? <PhoneLink phone={phone} /> : none },
      ]}
      actions={
        may.write ? (
          <>
            <Button
              component={Link}
              href={edit}
              variant="default"
              leftSection={<IconPencil size={16} />}
              rightSection={<Keys keys="E" />}
            >
              Edit
            </Button>
            <Button
              component={Link}
              href={sell}
              leftSection={<IconPlus size={16} />}
              rightSection={<Keys keys="C" bare />}
            >
              New contract
            </Button>
          </>
        ) : (
          <span className={classes.small}>{may.why}</span>
        )
      }
    />
  );
}
