"use client";

import { Button, Radio } from "@mantine/core";
import type { ApiClient } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { problemOf } from "../../../trpc/errors.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { Dialog } from "../../../ui/floating/dialog.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import { useRotateClient } from "../mutations.ts";
import { overlaps } from "../words.ts";
import type { SecretToShow } from "./secret-dialog.tsx";
import classes from "./sheet.module.css";

type RotateDialogProps = { client: ApiClient; onClose: () => void; onSecret: (secret: SecretToShow) => void };

/** Asks when the present secret ends, and makes a new one. */
export function RotateDialog({ client, onClose, onSecret }: RotateDialogProps) {
  const rotate = useRotateClient();
  const [hours, setHours] = useState("0");
  const { clientId, name, version } = client;
  const about = `secret:${clientId}`;
  const confirm = async () => {
    try {
      const { apiClient, clientSecret } = await rotate.mutateAsync({
        ...{ clientId, version },
        overlapHours: Number(hours),
      });
      toast.settle(about);
      if (clientSecret !== null) onSecret({ apiClient, clientSecret });
    } catch (error) {
      showFailure(problemOf(error), about);
      onClose();
    }
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`A new secret for ${name}`}
      foot={
        <>
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
          <Button loading={rotate.isPending} onClick={() => void confirm()}>
            Make new secret
          </Button>
        </>
      }
    >
      <Radio.Group label="The present one ends" value={hours} onChange={setHours}>
        <div className={classes.choices}>
          {overlaps.map(({ hours: value, label, note }) => (
            <Radio key={value} value={String(value)} label={label} description={note} />
          ))}
        </div>
      </Radio.Group>
    </Dialog>
  );
}
