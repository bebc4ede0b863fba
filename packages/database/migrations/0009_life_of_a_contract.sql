CREATE TABLE "contract_plan_version" (
	"enterprise_id" uuid NOT NULL,
	"code" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"revision" integer NOT NULL,
	"state" text NOT NULL,
	"name" text NOT NULL,
	"sort_name" text collate "C" NOT NULL,
	"type" text NOT NULL,
	"provider_id" uuid NOT NULL,
	"terms" jsonb NOT NULL,
	"created_by" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"released_at" timestamp (3) with time zone,
	"released_by" jsonb,
	"retired_at" timestamp (3) with time zone,
	"retired_by" jsonb,
	CONSTRAINT "contract_plan_version_pkey" PRIMARY KEY("enterprise_id","code","version")
);
--> statement-breakpoint
ALTER TABLE "contract_plan_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contract_transfer" (
	"enterprise_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"contract_version" integer NOT NULL,
	"state" text NOT NULL,
	"date" date NOT NULL,
	"from_party_id" uuid NOT NULL,
	"to_party_id" uuid NOT NULL,
	"fee" jsonb,
	"requested_by" jsonb NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"decided_by" jsonb,
	"decided_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "contract_transfer_pkey" PRIMARY KEY("enterprise_id","request_id")
);
--> statement-breakpoint
ALTER TABLE "contract_transfer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contract_usage" (
	"enterprise_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"usage_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"quantity" integer,
	"amount_minor" bigint,
	"currency" text,
	"date" date NOT NULL,
	"odometer_value" integer,
	"odometer_unit" text,
	"repair_order" text,
	"job" text,
	"reverses" uuid,
	"reason" text,
	"recorded_by" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"correlation_id" text NOT NULL,
	CONSTRAINT "contract_usage_pkey" PRIMARY KEY("enterprise_id","usage_id"),
	CONSTRAINT "contract_usage_reversed_once" UNIQUE("enterprise_id","reverses")
);
--> statement-breakpoint
ALTER TABLE "contract_usage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refund_quote" (
	"enterprise_id" uuid NOT NULL,
	"quote_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"contract_version" integer NOT NULL,
	"inputs" jsonb NOT NULL,
	"steps" jsonb NOT NULL,
	"refund" jsonb NOT NULL,
	"basis" text NOT NULL,
	"valid_until" timestamp (3) with time zone NOT NULL,
	"quoted_by" jsonb NOT NULL,
	"quoted_at" timestamp (3) with time zone NOT NULL,
	"accepted_by" jsonb,
	"accepted_at" timestamp (3) with time zone,
	CONSTRAINT "refund_quote_pkey" PRIMARY KEY("enterprise_id","quote_id")
);
--> statement-breakpoint
ALTER TABLE "refund_quote" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refund_rule_set" (
	"enterprise_id" uuid NOT NULL,
	"code" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"rules" jsonb NOT NULL,
	"note" text,
	"created_by" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "refund_rule_set_pkey" PRIMARY KEY("enterprise_id","code","version")
);
--> statement-breakpoint
ALTER TABLE "refund_rule_set" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "paid" jsonb;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "refund_rule_set_code" text;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "refund_rule_set_version" integer;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "transfer_policy" jsonb;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "cancellation" jsonb;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "used" jsonb DEFAULT '{"allowances":{},"amounts":{}}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "enterprise" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "enterprise" ADD COLUMN "order_of_choice" jsonb;--> statement-breakpoint
ALTER TABLE "enterprise" ADD COLUMN "default_rule_set" jsonb;--> statement-breakpoint
ALTER TABLE "contract_plan_version" ADD CONSTRAINT "contract_plan_version_enterprise_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprise"("enterprise_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_plan_version" ADD CONSTRAINT "contract_plan_version_provider_fk" FOREIGN KEY ("enterprise_id","provider_id") REFERENCES "public"."provider"("enterprise_id","provider_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_transfer" ADD CONSTRAINT "contract_transfer_contract_fk" FOREIGN KEY ("enterprise_id","contract_id") REFERENCES "public"."contract"("enterprise_id","contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_transfer" ADD CONSTRAINT "contract_transfer_from_fk" FOREIGN KEY ("enterprise_id","from_party_id") REFERENCES "public"."party"("enterprise_id","party_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_transfer" ADD CONSTRAINT "contract_transfer_to_fk" FOREIGN KEY ("enterprise_id","to_party_id") REFERENCES "public"."party"("enterprise_id","party_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_usage" ADD CONSTRAINT "contract_usage_contract_fk" FOREIGN KEY ("enterprise_id","contract_id") REFERENCES "public"."contract"("enterprise_id","contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_usage" ADD CONSTRAINT "contract_usage_reverses_fk" FOREIGN KEY ("enterprise_id","reverses") REFERENCES "public"."contract_usage"("enterprise_id","usage_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_quote" ADD CONSTRAINT "refund_quote_contract_fk" FOREIGN KEY ("enterprise_id","contract_id") REFERENCES "public"."contract"("enterprise_id","contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_rule_set" ADD CONSTRAINT "refund_rule_set_enterprise_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprise"("enterprise_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contract_plan_draft" ON "contract_plan_version" USING btree ("enterprise_id","code") WHERE state = 'DRAFT';--> statement-breakpoint
CREATE UNIQUE INDEX "contract_transfer_open" ON "contract_transfer" USING btree ("enterprise_id","contract_id") WHERE state = 'REQUESTED';--> statement-breakpoint
CREATE INDEX "contract_transfer_of_contract" ON "contract_transfer" USING btree ("enterprise_id","contract_id","request_id");--> statement-breakpoint
CREATE INDEX "contract_transfer_by_state" ON "contract_transfer" USING btree ("enterprise_id","state","request_id");--> statement-breakpoint
CREATE INDEX "contract_usage_of_contract" ON "contract_usage" USING btree ("enterprise_id","contract_id","usage_id");--> statement-breakpoint
CREATE INDEX "refund_quote_of_contract" ON "refund_quote" USING btree ("enterprise_id","contract_id","quote_id");--> statement-breakpoint
CREATE POLICY "contract_plan_version_tenant" ON "contract_plan_version" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "contract_transfer_tenant" ON "contract_transfer" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "contract_usage_tenant" ON "contract_usage" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "refund_quote_tenant" ON "refund_quote" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "refund_rule_set_tenant" ON "refund_rule_set" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
-- What drizzle-kit does not generate: the owner of a table is held to its policy too.
ALTER TABLE "contract_plan_version" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contract_transfer" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contract_usage" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "refund_quote" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "refund_rule_set" FORCE ROW LEVEL SECURITY;
