ALTER TABLE "auth"."sign_in_event" ALTER COLUMN "user_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "auth"."api_client" ADD COLUMN "scopes" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- Programs of before go on with what they could do.
UPDATE "auth"."api_client" SET "scopes" = '{contracts:read,contracts:write,vehicles:read,vehicles:write,parties:read,parties:write,providers:read,providers:write,stores:read,stores:write,users:read,users:write}';--> statement-breakpoint
ALTER TABLE "auth"."api_client" ADD COLUMN "created_by" jsonb;--> statement-breakpoint
ALTER TABLE "auth"."api_client" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "auth"."api_client" ADD COLUMN "secret_made_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "auth"."api_client" ADD COLUMN "former_secret_hash" text;--> statement-breakpoint
ALTER TABLE "auth"."api_client" ADD COLUMN "former_secret_ends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "auth"."api_client" ADD COLUMN "last_used_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "auth"."api_token" ADD COLUMN "scopes" text[];--> statement-breakpoint
ALTER TABLE "auth"."sign_in_event" ADD COLUMN "client_id" text;--> statement-breakpoint
ALTER TABLE "auth"."sign_in_event" ADD COLUMN "facts" jsonb;