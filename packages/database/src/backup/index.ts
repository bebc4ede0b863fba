export { type ExportedRegister, exportRegister } from "./export-register.ts";
export { backupRefusal, importRegister, type RowsOfTable } from "./import-register.ts";
export { registerFaults } from "./register-faults.ts";
