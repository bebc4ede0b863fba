// Before any schema is made: zod would try whether it may turn them into functions, which the policy of the page forbids
// and reports, once on each page. Its own `config` says the same, and would bring zod to pages that have no schema.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
