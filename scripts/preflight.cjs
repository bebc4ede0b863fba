// pnpm only warns when its install fails, and then goes on with whatever Node the system has: say so in one sentence.
if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(
    `The installation did not finish (this is Node ${process.versions.node}; the project brings its own, 24 or newer). ` +
      "See the messages above, then run `npx pnpm@12 install` and try again.",
  );
  process.exit(1);
}
