import swagger from "@fastify/swagger";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import type { App } from "./app.ts";

/** Collects the description of the interface (OpenAPI 3.1) from the contract routes as they are registered. */
export async function describeInterface(app: App, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Varde",
        version,
        description:
          "Warnings from abroad about health personnel: intake, identification, portfolio and operation.",
        license: { name: "MIT", identifier: "MIT" },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
}

/** `GET /api/openapi.json`. */
export function serveDescription(app: App): void {
  app.get("/api/openapi.json", { config: { may: "loggedIn" }, schema: { hide: true } }, () => openApiOf(app));
}

/** The description of everything registered on an app that is ready: OpenAPI 3.1, with the same shapes that are enforced. */
export function openApiOf(app: App): Record<string, unknown> {
  return app.swagger() as unknown as Record<string, unknown>;
}
