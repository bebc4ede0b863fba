"use client";

import { Button } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import Link from "next/link";
import { routes } from "../../routes.ts";
import { NothingYet } from "../../ui/states/empties.tsx";
import { NotPermitted } from "../../ui/states/states.tsx";

const Away = () => (
  <Button component={Link} href={routes.contracts} variant="default">
    Go to the contracts
  </Button>
);

/** 404: an address without a page, or an id that is not in this register. */
export const NotHere = () => (
  <>
    <title>Not found · Vehicle Contracts</title>
    <NothingYet
      icon={<IconMapOff size={22} />}
      level={1}
      title="There is nothing at this address"
      text="It may have been mistyped, or belong to another group. Search by VIN, plate, number or name instead."
      actions={<Away />}
    />
  </>
);

/** 403: it is there, but not for this person. */
export const NotYours = () => (
  <NotPermitted
    level={1}
    title="This is not open to you"
    text="Your role or your stores do not include it. An administrator of your group can grant it."
    actions={<Away />}
  />
);
