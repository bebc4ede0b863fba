"use client";

import type { Distance, Entitlement, Vehicle } from "@vehicle-contracts/contract-model";
import { createPortal } from "react-dom";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { vehicleName } from "../../vehicles/vehicle-name.ts";
import { decisionWord, kindWord } from "../decision-words.ts";
import { JobSums } from "./job-sums.tsx";
import { lineWords } from "./line-words.ts";
import classes from "./printed.module.css";
import type { NamedContract } from "./reason-words.ts";
import type { ShownLine } from "./use-job.ts";
import type { WhyNot } from "./why-not.ts";

type PrintedJobProps = {
  vehicle: Vehicle;
  lines: readonly ShownLine[];
  answer: Entitlement;
  contracts: ReadonlyMap<string, NamedContract>;
  whyNot: readonly WhyNot[];
  /** As it was asked. */
  odometer: Distance | null;
};

/** The answer on paper, for the customer: nothing else of the page is printed. */
export function PrintedJob({ vehicle, lines, answer, contracts, whyNot, odometer }: PrintedJobProps) {
  const format = useFormat();
  const { session, store, stores } = useDesk();
  const asks = store ?? stores[0];
  const answers = new Map(answer.lines.map((line) => [line.lineId, line]));
  const { lastReading } = answer;
  return createPortal(
    <article className={classes.sheet} data-printed lang="en">
      <header>
        <h1>What your contracts pay</h1>
        <p>
          {session.enterprise.name}
          {asks && `, ${asks.name}`}
        </p>
        <p>
          {vehicleName(vehicle)}
          {vehicle.licensePlate && `, ${vehicle.licensePlate}`}, VIN {vehicle.vin}
        </p>
        <p>
          Asked for {format.date(answer.date)}
          {odometer && ` at ${format.distance(odometer)}`}
          {lastReading &&
            `; last reading ${format.distance(lastReading)} on ${format.date(lastReading.date)}`}
        </p>
        {answer.warnings.map(({ code, message }) => (
          <p key={code}>
            <b>Please note:</b> {message}
          </p>
        ))}
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">What is done</th>
            <th scope="col">Answer</th>
            <th scope="col">Price</th>
            <th scope="col">Contract pays</th>
            <th scope="col">You pay</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const found = answers.get(line.lineId);
            if (!found) return null;
            const { code, kind, amount } = line;
            const word = kindWord(kind);
            return (
              <tr key={line.lineId}>
                <td>
                  <b>{word ? `${line.name}, ${word}` : line.name}</b>
                  <br />
                  {lineWords(found, { date: answer.date, code, kind, amount }, contracts, format)}
                </td>
                <td>{decisionWord(found.decision)}</td>
                <td>{format.money(amount)}</td>
                <td>{format.money(found.contractPays)}</td>
                <td>{found.decision === "UNDETERMINED" ? "open" : format.money(found.customerPays)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <JobSums answer={answer} who="You pay" />
      {whyNot.length > 0 && (
        <section>
          <h2>Your other contracts</h2>
          <ul>
            {whyNot.map(({ contractId, name, why }) => (
              <li key={contractId}>
                {name}: {why}
              </li>
            ))}
          </ul>
        </section>
      )}
      <footer>
        Reckoned from the contracts as they are recorded on the day of printing. What is open is decided by
        the provider; it is not covered until then.
      </footer>
    </article>,
    document.body,
  );
}
