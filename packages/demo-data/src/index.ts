export { type Addresses, DemoFile, refreshDemo } from "./demo-file.ts";
export { loadDemo } from "./load-demo.ts";
