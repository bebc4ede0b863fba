import { config } from "zod/v4/core";

// Before any schema is made: zod would try whether it may turn them into functions, which the policy of the page
// forbids and reports, once on each page.
config({ jitless: true });
