import "server-only";
import { problemFields } from "@vehicle-contracts/contract-model";
import { ServiceError } from "@vehicle-contracts/services";
import type { z } from "zod";

/** The request's JSON by the schema. Throws INVALID with its fields, and `wanted` in words. */
export async function bodyOf<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  wanted: string,
): Promise<z.output<Schema>> {
  const sent: unknown = await request.json().catch(() => null);
  const body = schema.safeParse(sent);
  if (body.success) return body.data;
  throw new ServiceError({ code: "INVALID", message: wanted, fields: problemFields(body.error, sent) });
}
