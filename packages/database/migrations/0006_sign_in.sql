CREATE TABLE "auth"."known_address" (
	"address_hash" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "known_address_pkey" PRIMARY KEY("address_hash")
);
--> statement-breakpoint
CREATE TABLE "auth"."known_device" (
	"user_id" text NOT NULL,
	"device_hash" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "known_device_pkey" PRIMARY KEY("user_id","device_hash")
);
--> statement-breakpoint
CREATE TABLE "auth"."recovery_code" (
	"user_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "recovery_code_pkey" PRIMARY KEY("user_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "auth"."second_factor" (
	"user_id" text NOT NULL,
	"secret" text NOT NULL,
	"last_step" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	CONSTRAINT "second_factor_pkey" PRIMARY KEY("user_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."sign_in_event" (
	"id" text NOT NULL,
	"user_id" text NOT NULL,
	"what" text NOT NULL,
	"by_id" text NOT NULL,
	"correlation_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sign_in_event_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "auth"."sign_in_limit" (
	"key" text NOT NULL,
	"failures" integer NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"forgotten_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sign_in_limit_pkey" PRIMARY KEY("key")
);
--> statement-breakpoint
ALTER TABLE "auth"."session" ADD COLUMN "last_seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "auth"."known_device" ADD CONSTRAINT "known_device_user_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."recovery_code" ADD CONSTRAINT "recovery_code_user_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."second_factor" ADD CONSTRAINT "second_factor_user_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_event_of_user" ON "auth"."sign_in_event" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "sign_in_limit_by_end" ON "auth"."sign_in_limit" USING btree ("forgotten_at");