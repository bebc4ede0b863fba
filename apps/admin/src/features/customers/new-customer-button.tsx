"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { routes } from "../../routes.ts";
import { Keys } from "../../ui/keys.tsx";

/** Leads to the form of a new customer, with what was `sought` in its place. The key is the screen's to register. */
export const NewCustomerButton = ({ sought }: { sought?: string }) => (
  <Button
    component={Link}
    href={routes.newCustomer(sought)}
    leftSection={<IconPlus size={16} />}
    rightSection={sought === undefined && <Keys keys="C" bare />}
  >
    New customer
  </Button>
);
