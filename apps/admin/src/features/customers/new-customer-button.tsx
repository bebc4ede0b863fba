"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { routes } from "../../routes.ts";
import { Keys } from "../../ui/keys.tsx";

/** Leads to the form of a new customer. The key is the screen's to register. */
export const NewCustomerButton = () => (
  <Button
    component={Link}
    href={routes.newCustomer}
    leftSection={<IconPlus size={16} />}
    rightSection={<Keys keys="C" bare />}
  >
    New customer
  </Button>
);
