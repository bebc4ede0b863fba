"use client";

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { contractTypes, type EnterpriseSettings } from "@vehicle-contracts/contract-model";
import { useWatch } from "react-hook-form";
import { useTRPC } from "../../../trpc/browser.tsx";
import { useRecordForm } from "../../../trpc/use-record-form.ts";
import { Card } from "../../../ui/card.tsx";
import { FlatConflict } from "../../../ui/conflict/flat-conflict.tsx";
import { FieldGrid } from "../../../ui/fields/form-section.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { typeWord } from "../../contracts/words.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { enterpriseSettings } from "../queries.ts";
import classes from "./order.module.css";
import { groupsOf, orderOf, type Places, placesOf } from "./places.ts";

const options = contractTypes.map((_, place) => ({
  value: String(place + 1),
  label: place === 0 ? "1, pays first" : String(place + 1),
}));
// contract types and their names, in the order of the list
const labels = Object.fromEntries(contractTypes.map((type) => [type, typeWord(type)])) as Places;
const fieldsOf = ({ orderOfChoice }: EnterpriseSettings): Places => placesOf(orderOfChoice);

/** Which contract pays where several would: the first group that does. */
export function OrderCard({ settings }: { settings: EnterpriseSettings }) {
  const { session } = useDesk();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const update = useMutation(trpc.enterprise.update.mutationOptions());
  const record = useRecordForm<Places, EnterpriseSettings>({
    kept: settings,
    fieldsOf,
    // a choice of a list is always one
    resolver: (values) => ({ values, errors: {} }),
    update: async (version, changes) => {
      const orderOfChoice = orderOf({ ...form.getValues(), ...changes });
      const { enterprise } = await update.mutateAsync({ version, changes: { orderOfChoice } });
      queryClient.setQueryData(enterpriseSettings(trpc).queryKey, enterprise);
      await queryClient.invalidateQueries(trpc.entitlement.pathFilter());
      return enterprise;
    },
    said: () => "The order of choice is saved",
  });
  const { form, met, isTyped, isSaving } = record;
  const places = useWatch({ control: form.control });
  const order = groupsOf(places);
  const save = () => void form.handleSubmit((fields) => record.save(fields))();
  useShortcut("mod+Enter", "Save", save, { group: "Settings", when: isTyped && met === null });
  return (
    <Card title="Order of choice" note="which contract pays a line where several would">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        className={classes.form}
      >
        <p className={classes.text}>
          Of the contracts that would pay, those with the lowest figure go first; among them the one that
          leaves the customer the least, then the one that ends first. It holds from the next question on, and
          changes no contract.
        </p>
        <FieldGrid columns={3}>
          {contractTypes.map((type) => (
            <SelectField
              key={type}
              control={form.control}
              name={type}
              label={typeWord(type)}
              options={options}
            />
          ))}
        </FieldGrid>
        <ol className={classes.order} aria-label="The order as it is chosen">
          {order.map((types) => (
            <li key={types.join(" ")}>{types.map(typeWord).join(", ")}</li>
          ))}
        </ol>
        <div className={classes.buttons}>
          <Button type="submit" disabled={!isTyped} loading={isSaving}>
            Save
          </Button>
          <Button
            variant="default"
            onClick={() => {
              // the entries of places are types
              for (const [type, place] of Object.entries(placesOf(null)))
                form.setValue(type as keyof Places, place, { shouldDirty: true });
            }}
          >
            Usual order
          </Button>
        </div>
      </form>
      {met && (
        <FlatConflict
          what="order of choice"
          me={session.user.name}
          versions={met.versions}
          records={met.records}
          labels={labels}
          wordsOf={(type, fields) => `place ${fields[type]}`}
          against={() => []}
          refused={met.refused}
          isSaving={isSaving}
          onSave={record.saveJoined}
          onBack={record.backToEditing}
          onDiscard={record.discard}
        />
      )}
    </Card>
  );
}
