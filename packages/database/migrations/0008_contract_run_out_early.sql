DROP INDEX CONCURRENTLY IF EXISTS "contract_run_out_early";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "contract_run_out_early" ON "contract" USING btree ("enterprise_id","end_date","contract_id") WHERE past_limit or status = 'EXPIRED';
