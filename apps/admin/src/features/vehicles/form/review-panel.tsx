"use client";

import { Button } from "@mantine/core";
import { useFormState, useWatch } from "react-hook-form";
import { Facts } from "../../../ui/facts.tsx";
import { ErrorSummary } from "../../../ui/fields/error-summary.tsx";
import { FormDock } from "../../../ui/form-page/form-dock.tsx";
import { FormPanel, NotYet, PanelPart } from "../../../ui/form-page/form-panel.tsx";
import { Keys } from "../../../ui/keys.tsx";
import { Plate } from "../../../ui/plate.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { Vin } from "../../../ui/vin.tsx";
import { vehicleName } from "../vehicle-name.ts";
import { numberWord } from "../words.ts";
import classes from "./form.module.css";
import { formLabels } from "./labels.ts";
import { useVehicleFormState } from "./vehicle-form-context.tsx";

type ReviewProps = { make: () => void; isMaking: boolean; effect: string };

/** What the vehicle will be called; null while there is nothing to call it by. */
function useName(): string | null {
  const { form } = useVehicleFormState();
  const [make, model, variant] = useWatch({ control: form.control, name: ["make", "model", "variant"] });
  return vehicleName({ make, model, variant, vin: "" }) || null;
}

/** What is about to be added, what is still wrong with it, and the button. Stays in sight beside the form. */
export function ReviewPanel({ make, isMaking, effect }: ReviewProps) {
  const { form, verdict, around } = useVehicleFormState();
  const format = useFormat();
  const { control } = form;
  const name = useName();
  useFormState({ control });
  const [plate, registered, odometer] = useWatch({
    control,
    name: ["licensePlate", "firstRegistrationDate", "reading.odometer"],
  });
  return (
    <FormPanel title="Review">
      <PanelPart tight>
        <div className={classes.name}>
          {name ?? "Not named yet"} {plate && <Plate>{plate}</Plate>}
        </div>
      </PanelPart>
      <PanelPart>
        <Facts
          items={[
            {
              label: numberWord(verdict.vinKind ?? "vin"),
              value: verdict.vinKind === null ? <NotYet /> : <Vin vin={verdict.vin} />,
            },
            {
              label: "First registered",
              value: registered === null ? <NotYet /> : format.date(registered),
            },
            {
              label: "First reading",
              value:
                typeof odometer === "number" ? (
                  format.distance({ value: odometer, unit: around.unit })
                ) : (
                  <NotYet />
                ),
            },
          ]}
        />
      </PanelPart>
      <PanelPart>
        <ErrorSummary form={form} labels={formLabels} />
        <Button fullWidth loading={isMaking} onClick={make}>
          {effect}&ensp;
          <Keys keys="mod+Enter" bare />
        </Button>
      </PanelPart>
    </FormPanel>
  );
}

/** The same on a tablet, docked below. */
export function ReviewDock({ make, isMaking, effect }: ReviewProps) {
  const { form } = useVehicleFormState();
  const name = useName();
  return (
    <FormDock
      form={form}
      labels={formLabels}
      text={<span className={classes.strong}>{name ?? "New vehicle"}</span>}
    >
      <Button loading={isMaking} onClick={make}>
        {effect}
      </Button>
    </FormDock>
  );
}
