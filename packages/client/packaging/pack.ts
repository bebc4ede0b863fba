// Packs the client into the folder named, or into the one the command is called from.
import { packClient } from "./pack-client.ts";

console.log(await packClient(process.argv[2] ?? process.env.INIT_CWD ?? process.cwd()));
