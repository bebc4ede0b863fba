DROP INDEX CONCURRENTLY IF EXISTS "contract_clock_start";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "contract_clock_start" ON "contract" USING btree ("enterprise_id","start_date") WHERE status = 'PENDING' and not awaiting_provider;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "contract_clock_end";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "contract_clock_end" ON "contract" USING btree ("enterprise_id","end_date") WHERE status in ('PENDING', 'ACTIVE', 'SUSPENDED');--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "contract_clock_limit";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "contract_clock_limit" ON "contract" USING btree ("enterprise_id","start_date") WHERE past_limit and status in ('PENDING', 'ACTIVE', 'SUSPENDED');
