import { createHash } from "node:crypto";
import type postgres from "postgres";
import type { CallTemplate, Marks, Part, StatementTemplate } from "../recording/template.ts";
import { flightsOf } from "../recording/template.ts";

type Rows = readonly (readonly unknown[])[];
export type Answers = { rows: Rows; columns: postgres.ColumnList<string>; values: (string | null)[] }[];

/** What one call puts into the statements. */
export type Call = { marks: Marks; now: string; body: string };

/** The caller's token is not good. */
export class NotAllowed extends Error {}
/** A change found another version than it was made for. */
export class Stale extends Error {}

export type Plan = CallTemplate & { flights: number[][] };
export const planOf = (template: CallTemplate): Plan => ({
  ...template,
  flights: flightsOf(template.transaction, template.transaction.some(isGuarded)),
});

const isGuarded = ({ text }: StatementTemplate) => /^\s*update "contract"/i.test(text);
const asksForToken = ({ values }: StatementTemplate) =>
  values?.some((value) =>
    value?.some((part) => typeof part === "object" && "mark" in part && part.mark === "token"),
  );

/**
 * Sends what the register sends for the same call, in one tenant transaction, in as few round trips as its statements
 * allow, each of them prepared. Answers all rows of the transaction.
 */
export async function runCall(sql: postgres.Sql, plan: Plan, call: Call): Promise<Answers> {
  for (const statement of plan.before) {
    const { sent } = send(sql, statement, call, []);
    checked(statement, await sent);
  }
  const connection = await sql.reserve();
  try {
    return await inTransaction(connection, plan, call);
  } finally {
    connection.release();
  }
}

async function inTransaction(connection: postgres.ReservedSql, plan: Plan, call: Call): Promise<Answers> {
  const answers: Answers = [];
  try {
    for (const flight of plan.flights) {
      const under = flight.map((index) => {
        const statement = plan.transaction[index] as StatementTemplate; // the flights are made of its indexes
        const { sent, values } = send(connection, statement, call, answers);
        sent.catch(() => {}); // the first failure is thrown below
        return { statement, sent, values };
      });
      for (const { statement, sent, values } of under) {
        const rows = checked(statement, await sent);
        answers.push({ rows: rows as unknown as Rows, columns: rows.columns, values });
      }
    }
    return answers;
  } catch (error) {
    await connection.unsafe("rollback").catch(() => {});
    throw error;
  }
}

function send(
  connection: postgres.Sql | postgres.ReservedSql,
  { text, values }: StatementTemplate,
  call: Call,
  answers: Answers,
) {
  if (values === null) return { sent: connection.unsafe(text).execute(), values: [] };
  const filled = values.map((parts) => (parts === null ? null : filledIn(parts, call, answers)));
  const sent = connection.unsafe(text, filled, { prepare: true }).values().execute();
  return { sent, values: filled };
}

function filledIn(parts: readonly Part[], call: Call, answers: Answers): string | null {
  const [first, ...others] = parts;
  if (first === undefined) return "";
  let text = pieceOf(first, call, answers);
  for (const part of others) text = `${text}${pieceOf(part, call, answers)}`;
  return text;
}

function pieceOf(part: Part, { marks, now, body }: Call, answers: Answers): string | null {
  if (typeof part === "string") return part;
  if ("mark" in part) return marks[part.mark] ?? "";
  if ("made" in part)
    return part.made === "now" ? now : createHash("sha256").update(now).update(body).digest("hex");
  const value = answers[part.statement]?.rows[part.row]?.[part.column] ?? null;
  return value === null ? null : String(value);
}

function checked<Answer extends postgres.RowList<postgres.Row[]> | postgres.RowList<unknown[][]>>(
  statement: StatementTemplate,
  answer: Answer,
): Answer {
  if (answer.count === 0 && isGuarded(statement)) throw new Stale();
  if (answer.count === 0 && asksForToken(statement)) throw new NotAllowed();
  return answer;
}
