export { procedures } from "./call.ts";
export { type Example, examplesOf } from "./examples.ts";
export { hostileJson, hostileNames } from "./hostile-json.ts";
export { describeMixedCalls, keptApart, type LockTried, tryLocks } from "./tenancy/try-locks.ts";
export { pathsOf, withAt } from "./with-at.ts";
