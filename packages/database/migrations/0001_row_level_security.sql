-- What drizzle-kit does not generate: reviewed by hand.

-- The owner of a table is held to its policy too.
ALTER TABLE "enterprise" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "store" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "vehicle" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "odometer_reading" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "hours_reading" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "party" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "provider" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contract" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contract_party" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contract_reference" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contract_revision" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "idempotency_record" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "search_term" FORCE ROW LEVEL SECURITY;--> statement-breakpoint

-- Indexes that answer filters without the row. Names as sorted (holder_sort, vehicle_sort) and words stay out: a row of
-- a B-tree index holds at most 2,704 bytes, and long names in scripts of three bytes a letter would pass that together.
CREATE INDEX "contract_by_start" ON "contract" ("enterprise_id", "start_date", "contract_id")
  INCLUDE ("status", "store_id", "type", "provider_id", "end_date", "awaiting_provider", "past_limit");--> statement-breakpoint
CREATE INDEX "contract_facets" ON "contract" ("enterprise_id", "status", "created_at", "contract_id")
  INCLUDE ("store_id", "type", "provider_id", "start_date", "end_date", "awaiting_provider", "past_limit");--> statement-breakpoint
CREATE INDEX "contract_of_vehicle" ON "contract" ("enterprise_id", "vehicle_id", "contract_id")
  INCLUDE ("status", "store_id", "type", "provider_id", "start_date", "end_date", "awaiting_provider", "past_limit", "contract_number", "created_at", "updated_at");--> statement-breakpoint
CREATE INDEX "contract_of_holder" ON "contract" ("enterprise_id", "holder_id", "contract_id")
  INCLUDE ("status", "store_id", "type", "provider_id", "start_date", "end_date", "awaiting_provider", "past_limit", "contract_number", "created_at", "updated_at");
