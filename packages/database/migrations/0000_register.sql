CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TABLE "contract" (
	"enterprise_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"store_id" uuid NOT NULL,
	"vehicle_id" uuid NOT NULL,
	"contract_number" text collate "C",
	"type" text NOT NULL,
	"status" text NOT NULL,
	"description" text,
	"notes" text,
	"provider_id" uuid,
	"plan_code" text,
	"plan_version" integer,
	"sale_date" date,
	"start_date" date,
	"end_date" date,
	"term_months" integer,
	"open_ended" boolean NOT NULL,
	"waiting_days" integer NOT NULL,
	"awaiting_provider" boolean NOT NULL,
	"distance" jsonb NOT NULL,
	"engine_hours" jsonb NOT NULL,
	"coverage" jsonb NOT NULL,
	"allowances" jsonb NOT NULL,
	"deductible" jsonb NOT NULL,
	"price" jsonb,
	"predecessor_id" uuid,
	"successor_id" uuid,
	"source_system" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"holder_id" uuid,
	"holder_sort" text collate "C",
	"vin" text collate "C" NOT NULL,
	"plate_folded" text collate "C",
	"vehicle_sort" text collate "C" NOT NULL,
	"words" text collate "C" NOT NULL,
	"end_odometer_mm" bigint,
	"end_hours" integer,
	"past_limit" boolean NOT NULL,
	CONSTRAINT "contract_pkey" PRIMARY KEY("enterprise_id","contract_id"),
	CONSTRAINT "contract_number_of_provider" UNIQUE("enterprise_id","provider_id","contract_number")
);
--> statement-breakpoint
ALTER TABLE "contract" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contract_party" (
	"enterprise_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"role" text NOT NULL,
	"party_id" uuid NOT NULL,
	"from_date" date,
	"to_date" date,
	CONSTRAINT "contract_party_pkey" PRIMARY KEY("enterprise_id","contract_id","ordinal")
);
--> statement-breakpoint
ALTER TABLE "contract_party" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contract_reference" (
	"enterprise_id" uuid NOT NULL,
	"system" text NOT NULL,
	"external_id" text NOT NULL,
	"contract_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	CONSTRAINT "contract_reference_pkey" PRIMARY KEY("enterprise_id","system","external_id")
);
--> statement-breakpoint
ALTER TABLE "contract_reference" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contract_revision" (
	"enterprise_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"version" integer NOT NULL,
	"action" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" jsonb NOT NULL,
	"correlation_id" text NOT NULL,
	"reason" text,
	"changes" jsonb NOT NULL,
	"hash" text NOT NULL,
	"previous_hash" text,
	CONSTRAINT "contract_revision_pkey" PRIMARY KEY("enterprise_id","contract_id","revision")
);
--> statement-breakpoint
ALTER TABLE "contract_revision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "enterprise" (
	"enterprise_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "enterprise_pkey" PRIMARY KEY("enterprise_id")
);
--> statement-breakpoint
ALTER TABLE "enterprise" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "hours_reading" (
	"enterprise_id" uuid NOT NULL,
	"vehicle_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"reading_id" uuid NOT NULL,
	"date" date NOT NULL,
	"source" text NOT NULL,
	"correction" boolean NOT NULL,
	"recorded_by" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "hours_reading_pkey" PRIMARY KEY("enterprise_id","vehicle_id","ordinal")
);
--> statement-breakpoint
ALTER TABLE "hours_reading" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_record" (
	"enterprise_id" uuid NOT NULL,
	"actor_id" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"answer" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_record_pkey" PRIMARY KEY("enterprise_id","actor_id","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_record" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "odometer_reading" (
	"enterprise_id" uuid NOT NULL,
	"vehicle_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"reading_id" uuid NOT NULL,
	"date" date NOT NULL,
	"source" text NOT NULL,
	"correction" boolean NOT NULL,
	"recorded_by" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"value" integer NOT NULL,
	"unit" text NOT NULL,
	CONSTRAINT "odometer_reading_pkey" PRIMARY KEY("enterprise_id","vehicle_id","ordinal")
);
--> statement-breakpoint
ALTER TABLE "odometer_reading" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "party" (
	"enterprise_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"given_name" text,
	"family_name" text,
	"company_name" text,
	"name" text NOT NULL,
	"sort_name" text collate "C" NOT NULL,
	"email" text,
	"phone" text,
	"addresses" jsonb NOT NULL,
	"consent" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "party_pkey" PRIMARY KEY("enterprise_id","party_id")
);
--> statement-breakpoint
ALTER TABLE "party" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "provider" (
	"enterprise_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"sort_name" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "provider_pkey" PRIMARY KEY("enterprise_id","provider_id"),
	CONSTRAINT "provider_by_name" UNIQUE("enterprise_id","sort_name")
);
--> statement-breakpoint
ALTER TABLE "provider" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_term" (
	"enterprise_id" uuid NOT NULL,
	"kind" smallint NOT NULL,
	"term" text collate "C" NOT NULL,
	"target" uuid NOT NULL,
	CONSTRAINT "search_term_pkey" PRIMARY KEY("enterprise_id","kind","term","target")
);
--> statement-breakpoint
ALTER TABLE "search_term" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "store" (
	"enterprise_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"country" text NOT NULL,
	"currency" text NOT NULL,
	"distance_unit" text NOT NULL,
	"vin_policy" text NOT NULL,
	"system" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "store_pkey" PRIMARY KEY("enterprise_id","store_id")
);
--> statement-breakpoint
ALTER TABLE "store" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "vehicle" (
	"enterprise_id" uuid NOT NULL,
	"vehicle_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"vin" text collate "C" NOT NULL,
	"vin_kind" text NOT NULL,
	"license_plate" text,
	"plate_folded" text collate "C",
	"engine_number" text,
	"make" text,
	"model" text,
	"variant" text,
	"sort_name" text collate "C" NOT NULL,
	"model_year" integer,
	"first_registration_date" date,
	"fuel" text,
	"odometer_value" integer,
	"odometer_unit" text,
	"odometer_date" date,
	"odometer_source" text,
	"hours_value" integer,
	"hours_date" date,
	"hours_source" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "vehicle_pkey" PRIMARY KEY("enterprise_id","vehicle_id"),
	CONSTRAINT "vehicle_by_vin" UNIQUE("enterprise_id","vin")
);
--> statement-breakpoint
ALTER TABLE "vehicle" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_pkey" PRIMARY KEY("id"),
	CONSTRAINT "account_by_provider" UNIQUE("provider_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."api_client" (
	"client_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"role" text NOT NULL,
	"all_stores" boolean DEFAULT false NOT NULL,
	"store_ids" uuid[] DEFAULT '{}' NOT NULL,
	"disabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_client_pkey" PRIMARY KEY("client_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."api_token" (
	"token_hash" text NOT NULL,
	"client_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "api_token_pkey" PRIMARY KEY("token_hash")
);
--> statement-breakpoint
CREATE TABLE "auth"."invitation" (
	"id" text NOT NULL,
	"organization_id" text NOT NULL,
	"email" text NOT NULL,
	"role" text,
	"status" text NOT NULL,
	"inviter_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invitation_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "auth"."member" (
	"id" text NOT NULL,
	"organization_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"all_stores" boolean DEFAULT false NOT NULL,
	"store_ids" uuid[] DEFAULT '{}' NOT NULL,
	"disabled" boolean DEFAULT false NOT NULL,
	"last_seen_at" timestamp (3) with time zone,
	CONSTRAINT "member_pkey" PRIMARY KEY("id"),
	CONSTRAINT "member_of_organization" UNIQUE("organization_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."organization" (
	"id" text NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"logo" text,
	"metadata" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organization_pkey" PRIMARY KEY("id"),
	CONSTRAINT "organization_by_slug" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "auth"."rate_limit" (
	"id" text NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limit_pkey" PRIMARY KEY("id"),
	CONSTRAINT "rate_limit_by_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" text NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"active_organization_id" text,
	"ip_address" text,
	"user_agent" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "session_pkey" PRIMARY KEY("id"),
	CONSTRAINT "session_by_token" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth"."set_password_link" (
	"id" text NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" text NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "set_password_link_pkey" PRIMARY KEY("id"),
	CONSTRAINT "set_password_link_by_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "user_pkey" PRIMARY KEY("id"),
	CONSTRAINT "user_by_email" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" text NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "verification_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_store_fk" FOREIGN KEY ("enterprise_id","store_id") REFERENCES "public"."store"("enterprise_id","store_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_vehicle_fk" FOREIGN KEY ("enterprise_id","vehicle_id") REFERENCES "public"."vehicle"("enterprise_id","vehicle_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_provider_fk" FOREIGN KEY ("enterprise_id","provider_id") REFERENCES "public"."provider"("enterprise_id","provider_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_holder_fk" FOREIGN KEY ("enterprise_id","holder_id") REFERENCES "public"."party"("enterprise_id","party_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_predecessor_fk" FOREIGN KEY ("enterprise_id","predecessor_id") REFERENCES "public"."contract"("enterprise_id","contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_successor_fk" FOREIGN KEY ("enterprise_id","successor_id") REFERENCES "public"."contract"("enterprise_id","contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_party" ADD CONSTRAINT "contract_party_contract_fk" FOREIGN KEY ("enterprise_id","contract_id") REFERENCES "public"."contract"("enterprise_id","contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_party" ADD CONSTRAINT "contract_party_party_fk" FOREIGN KEY ("enterprise_id","party_id") REFERENCES "public"."party"("enterprise_id","party_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_reference" ADD CONSTRAINT "contract_reference_contract_fk" FOREIGN KEY ("enterprise_id","contract_id") REFERENCES "public"."contract"("enterprise_id","contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_revision" ADD CONSTRAINT "contract_revision_contract_fk" FOREIGN KEY ("enterprise_id","contract_id") REFERENCES "public"."contract"("enterprise_id","contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours_reading" ADD CONSTRAINT "hours_reading_vehicle_fk" FOREIGN KEY ("enterprise_id","vehicle_id") REFERENCES "public"."vehicle"("enterprise_id","vehicle_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_record" ADD CONSTRAINT "idempotency_record_enterprise_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprise"("enterprise_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "odometer_reading" ADD CONSTRAINT "odometer_reading_vehicle_fk" FOREIGN KEY ("enterprise_id","vehicle_id") REFERENCES "public"."vehicle"("enterprise_id","vehicle_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party" ADD CONSTRAINT "party_enterprise_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprise"("enterprise_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider" ADD CONSTRAINT "provider_enterprise_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprise"("enterprise_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_term" ADD CONSTRAINT "search_term_enterprise_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprise"("enterprise_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store" ADD CONSTRAINT "store_enterprise_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprise"("enterprise_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicle" ADD CONSTRAINT "vehicle_enterprise_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprise"("enterprise_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."api_client" ADD CONSTRAINT "api_client_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "auth"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."api_token" ADD CONSTRAINT "api_token_client_fk" FOREIGN KEY ("client_id") REFERENCES "auth"."api_client"("client_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."api_token" ADD CONSTRAINT "api_token_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "auth"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."invitation" ADD CONSTRAINT "invitation_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "auth"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."invitation" ADD CONSTRAINT "invitation_user_fk" FOREIGN KEY ("inviter_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."member" ADD CONSTRAINT "member_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "auth"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."member" ADD CONSTRAINT "member_user_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."set_password_link" ADD CONSTRAINT "set_password_link_user_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contract_by_created" ON "contract" USING btree ("enterprise_id","created_at","contract_id");--> statement-breakpoint
CREATE INDEX "contract_by_updated" ON "contract" USING btree ("enterprise_id","updated_at","contract_id");--> statement-breakpoint
CREATE INDEX "contract_by_end" ON "contract" USING btree ("enterprise_id","end_date","contract_id");--> statement-breakpoint
CREATE INDEX "contract_by_number" ON "contract" USING btree ("enterprise_id","contract_number","contract_id");--> statement-breakpoint
CREATE INDEX "contract_by_holder" ON "contract" USING btree ("enterprise_id","holder_sort","contract_id");--> statement-breakpoint
CREATE INDEX "contract_by_vehicle" ON "contract" USING btree ("enterprise_id","vehicle_sort","contract_id");--> statement-breakpoint
CREATE INDEX "contract_party_by_party" ON "contract_party" USING btree ("enterprise_id","party_id","contract_id");--> statement-breakpoint
CREATE INDEX "contract_reference_of_contract" ON "contract_reference" USING btree ("enterprise_id","contract_id");--> statement-breakpoint
CREATE INDEX "idempotency_record_by_created" ON "idempotency_record" USING btree ("enterprise_id","created_at");--> statement-breakpoint
CREATE INDEX "party_by_name" ON "party" USING btree ("enterprise_id","sort_name","party_id");--> statement-breakpoint
CREATE INDEX "search_term_of_target" ON "search_term" USING btree ("enterprise_id","target");--> statement-breakpoint
CREATE INDEX "vehicle_by_created" ON "vehicle" USING btree ("enterprise_id","created_at","vehicle_id");--> statement-breakpoint
CREATE INDEX "account_of_user" ON "auth"."account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "api_client_of_organization" ON "auth"."api_client" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "api_token_of_client" ON "auth"."api_token" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "api_token_by_expiry" ON "auth"."api_token" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "invitation_of_organization" ON "auth"."invitation" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "invitation_by_email" ON "auth"."invitation" USING btree ("email");--> statement-breakpoint
CREATE INDEX "member_of_user" ON "auth"."member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_of_user" ON "auth"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "set_password_link_of_user" ON "auth"."set_password_link" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_by_identifier" ON "auth"."verification" USING btree ("identifier");--> statement-breakpoint
CREATE POLICY "contract_tenant" ON "contract" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "contract_party_tenant" ON "contract_party" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "contract_reference_tenant" ON "contract_reference" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "contract_revision_tenant" ON "contract_revision" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "enterprise_tenant" ON "enterprise" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "hours_reading_tenant" ON "hours_reading" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "idempotency_record_tenant" ON "idempotency_record" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "odometer_reading_tenant" ON "odometer_reading" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "party_tenant" ON "party" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "provider_tenant" ON "provider" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "search_term_tenant" ON "search_term" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "store_tenant" ON "store" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "vehicle_tenant" ON "vehicle" AS PERMISSIVE FOR ALL TO public USING (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid) WITH CHECK (enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid);