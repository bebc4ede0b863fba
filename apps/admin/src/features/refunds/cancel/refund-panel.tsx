"use client";

import { Button, TextInput } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import type { ContractRead, Problem, RefundQuote } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { routes } from "../../../routes.ts";
import { explain } from "../../../trpc/errors.ts";
import { toast } from "../../../ui/floating/toast.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { confirmation } from "../cancel-values.ts";
import { consequences } from "../quote/consequences.ts";
import { quoteName } from "../words.ts";
import classes from "./cancel.module.css";
import { useAccept } from "./use-accept.ts";
import type { useQuote } from "./use-quote.ts";

type RefundPanelProps = {
  contract: ContractRead;
  quoting: ReturnType<typeof useQuote>;
  onClose: () => void;
};

/** What goes back to whom, until when that holds, what happens; then to cancel by it, or to keep it for later. */
export function RefundPanel({ contract, quoting, onClose }: RefundPanelProps) {
  const format = useFormat();
  const { quote, shown } = quoting;
  const { refusal, isPending, accept, lookAgain } = useAccept(contract, onClose);
  const isAhead = quote !== null && quote.inputs.cancelDate > contract.store.today;
  const keep = () => {
    if (quote)
      toast.done(
        `Quote ${quoteName(quote)} is kept`,
        `It holds to ${format.date(quote.validUntil)}.`,
        contract.contractId,
      );
    onClose();
  };
  return (
    <section className={classes.panel} aria-label="Refund" aria-live="polite">
      <span className={classes.label}>
        {contract.holder ? `Refund to ${contract.holder.name}` : "Refund"}
      </span>
      <span className={classes.amount} data-old={quote === null || undefined}>
        {shown ? format.money(shown.refund) : "\u2013"}
      </span>
      {quote && <Standing quote={quote} />}
      {!quote && quoting.isMaking && <p className={classes.hint}>A new quote is being made.</p>}
      {quoting.problem && (
        <Refused problem={quoting.problem} again={() => void lookAgain().then(() => quoting.again())} />
      )}
      {quote && (
        <>
          <hr className={classes.rule} />
          <h3>What happens</h3>
          <ul className={classes.happens}>
            {consequences(contract, quote.inputs, format).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <div className={classes.end}>
        {refusal && <Refused problem={refusal} again={() => void lookAgain().then(() => quoting.again())} />}
        {quote && isAhead && <Ahead quote={quote} />}
        {quote && !refusal && !isAhead && (
          <Confirm
            key={quote.quoteId}
            word={confirmation(contract)}
            effect={
              quote.refund.amountMinor > 0
                ? `Cancel and refund ${format.money(quote.refund)}`
                : "Cancel without a refund"
            }
            isPending={isPending}
            onConfirm={() => accept(quote.quoteId)}
          />
        )}
        <Button variant="default" fullWidth onClick={keep}>
          {quote ? "Keep quote, decide later" : "Back"}
        </Button>
      </div>
    </section>
  );
}

function Standing({ quote }: { quote: RefundQuote }) {
  const format = useFormat();
  return (
    <>
      <p className={classes.standing}>
        Quote {quoteName(quote)} holds 14 days, to {format.date(quote.validUntil)}. Its figures are frozen.
      </p>
      <Button
        component="a"
        href={`${routes.api.refundQuotes}/${quote.quoteId}`}
        download
        variant="default"
        leftSection={<IconPrinter size={16} />}
        className={classes.print}
      >
        Print quote
      </Button>
    </>
  );
}

/** For a day ahead there is a quote, and nothing to accept yet: cover would end now, and the refund count as if it went on. */
function Ahead({ quote }: { quote: RefundQuote }) {
  const format = useFormat();
  const { validUntil, inputs } = quote;
  return (
    <Notice tone="teal" title="Not yet:">
      {inputs.cancelDate <= validUntil
        ? `it can be accepted from ${format.date(inputs.cancelDate)} to ${format.date(validUntil)}. The cover goes on until then.`
        : `the quote holds to ${format.date(validUntil)} only. Make a new one on ${format.date(inputs.cancelDate)}, or cancel today.`}
    </Notice>
  );
}

type ConfirmProps = { word: string; effect: string; isPending: boolean; onConfirm: () => void };

function Confirm({ word, effect, isPending, onConfirm }: ConfirmProps) {
  const [typed, setTyped] = useState("");
  return (
    <>
      <TextInput
        label={
          <>
            Type <span className={classes.word}>{word}</span> to confirm
          </>
        }
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button color="red" fullWidth loading={isPending} disabled={typed.trim() !== word} onClick={onConfirm}>
        {effect}
      </Button>
    </>
  );
}

/** Why there is no quote, or why it was not accepted; and the way on. */
function Refused({ problem, again }: { problem: Problem; again: () => void }) {
  const { title, text } = explain(problem);
  const isRule = problem.code === "RULE_BROKEN" || problem.code === "INVALID";
  const canHelp = problem.fields.every(({ code }) => ["QUOTE_MISSING", "WRONG_STATUS"].includes(code));
  return (
    <Notice tone="red" title={isRule ? "No quote:" : `${title}.`}>
      {isRule ? problem.message : text}
      {canHelp && (
        <Button size="xs" variant="default" mt={8} onClick={again}>
          Make a new quote
        </Button>
      )}
    </Notice>
  );
}
