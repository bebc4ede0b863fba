import path from "node:path";
import type { NextConfig } from "next";

/** Workspace packages export their TypeScript source; the ones that a page reaches are compiled with it. */
const config: NextConfig = {
  transpilePackages: [
    "@vehicle-contracts/contract-model",
    "@vehicle-contracts/contract-rules",
    "@vehicle-contracts/database",
    "@vehicle-contracts/documents",
    "@vehicle-contracts/identity",
    "@vehicle-contracts/services",
    "@vehicle-contracts/settings",
    "@vehicle-contracts/trpc-router",
  ],
  serverExternalPackages: ["postgres"],
  turbopack: {
    root: path.join(import.meta.dirname, "../.."),
    // Browsers that have Temporal do not load it.
    resolveAlias: { "temporal-polyfill": { browser: "./src/temporal-of-browser.ts" } },
  },
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  agentRules: false,
  // types are checked by the test run; a first start should not wait for them
  typescript: { ignoreBuildErrors: true },
  // A store or a record that is not granted answers 403 with a page of its own.
  experimental: {
    authInterrupts: true,
    // Two fifths of a build's work and 140 MB went into a store for the next build, which few have.
    turbopackFileSystemCacheForBuild: false,
    // A first start waits for the build: nothing reads maps of the server's code, and small code is no use there.
    ...(process.env.NODE_ENV === "production" && {
      turbopackSourceMaps: false,
      turbopackInputSourceMaps: false,
      serverMinification: false,
    }),
    optimizePackageImports: ["@tabler/icons-react", "@mantine/core", "@mantine/hooks"],
  },
};

export default config;
