export { type ForeignChanges, watchForeignChanges } from "./foreign-changes.ts";
export { personalValuesIn } from "./personal-values.ts";
export { type CountedWay, countedWay } from "./round-trips.ts";
export { copyOfTemplate, type TestDatabase, testDatabase } from "./test-database.ts";
export { startTestServer, type TestServer } from "./test-server.ts";
export { type WithoutPredicates, withoutPredicates } from "./without-predicates.ts";
