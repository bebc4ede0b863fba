export { describeMixedCalls, keptApart, type LockTried, tryLocks } from "./tenancy/try-locks.ts";
