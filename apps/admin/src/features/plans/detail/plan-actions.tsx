"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCopyPlus, IconPencil, IconRosetteDiscountCheck } from "@tabler/icons-react";
import type { PlanRead } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { routes } from "../../../routes.ts";
import { newKey } from "../../../trpc/correlation.ts";
import { problemOf } from "../../../trpc/errors.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { ConfirmDialog } from "../../../ui/floating/confirm-dialog.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { useMay } from "../../session/use-may.ts";
import { useNewPlanVersion, useReleasePlan, useRetirePlan } from "../mutations.ts";
import classes from "./detail.module.css";

/** What an administrator may do with the version that is shown. */
export function PlanActions({ plan }: { plan: PlanRead }) {
  const may = useMay();
  const router = useRouter();
  const isDraft = plan.state === "DRAFT";
  useShortcut("E", "Edit", () => router.push(routes.editPlan(plan.code)), {
    group: "Plan",
    when: may.administer && isDraft,
  });
  if (!may.administer) return <span className={classes.quiet}>{may.why}</span>;
  if (isDraft)
    return (
      <>
        <Release plan={plan} />
        <Button
          component={Link}
          href={routes.editPlan(plan.code)}
          variant="default"
          leftSection={<IconPencil size={16} />}
        >
          Edit
        </Button>
      </>
    );
  return (
    <>
      <NewVersion plan={plan} />
      {plan.state === "READY" && <Retire plan={plan} />}
    </>
  );
}

const versionOf = ({ code, version, revision }: PlanRead) => ({ code, version, revision });
const about = ({ code }: PlanRead) => `plan ${code}`;

function Release({ plan }: { plan: PlanRead }) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const release = useReleasePlan();
  const sold = plan.versions.find(({ state }) => state === "READY");
  const send = async () => {
    try {
      await release.mutateAsync(versionOf(plan));
      close();
      toast.done(`${plan.name} v${plan.version} is sold from now on`, undefined, about(plan));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === "RULE_BROKEN") setFaults(problem.fields.map(({ message }) => message));
      else showFailure(problem, about(plan));
    }
  };
  return (
    <>
      <Button leftSection={<IconRosetteDiscountCheck size={16} />} onClick={open}>
        Release…
      </Button>
      <ConfirmDialog
        opened={isOpen}
        onClose={close}
        title={`Release ${plan.name}, version ${plan.version}`}
        effect={`Release version ${plan.version}`}
        onConfirm={() => void send()}
        isPending={release.isPending}
      >
        <p className={classes.text}>
          It is offered to every vehicle that it suits from now on, and never changes again: for another term
          or price there are new versions.
          {sold && ` Version ${sold.version} is no longer sold then; what was sold by it stays as it is.`}
        </p>
        {faults.length > 0 && (
          <div className={classes.refused}>
            <Notice tone="red" title="It cannot be released yet.">
              <ul className={classes.faults}>
                {faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            </Notice>
          </div>
        )}
      </ConfirmDialog>
    </>
  );
}

function Retire({ plan }: { plan: PlanRead }) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const retire = useRetirePlan();
  const send = async () => {
    try {
      await retire.mutateAsync(versionOf(plan));
      toast.done(`${plan.name} is no longer sold`, undefined, about(plan));
    } catch (error) {
      showFailure(problemOf(error), about(plan));
    }
    close();
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        Retire…
      </Button>
      <ConfirmDialog
        opened={isOpen}
        onClose={close}
        title={`Retire ${plan.name}`}
        effect="Retire it"
        danger
        onConfirm={() => void send()}
        isPending={retire.isPending}
      >
        <p className={classes.text}>
          It is offered to nobody any more, and quotes by it cannot be sold. Contracts that were sold by it go
          on as they are. It can come back as a new version.
        </p>
      </ConfirmDialog>
    </>
  );
}

function NewVersion({ plan }: { plan: PlanRead }) {
  const router = useRouter();
  const create = useNewPlanVersion();
  const [idempotencyKey] = useState(newKey);
  const draft = plan.versions.find(({ state }) => state === "DRAFT");
  if (draft)
    return (
      <Button component={Link} href={routes.plan(plan.code, draft.version)} variant="default">
        Draft of version {draft.version}
      </Button>
    );
  const send = async () => {
    try {
      await create.mutateAsync({ idempotencyKey, code: plan.code, version: plan.version });
      router.push(routes.editPlan(plan.code));
    } catch (error) {
      showFailure(problemOf(error), about(plan));
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconCopyPlus size={16} />}
      loading={create.isPending}
      onClick={() => void send()}
    >
      New version
    </Button>
  );
}
