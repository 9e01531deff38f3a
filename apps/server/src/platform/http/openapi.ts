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
    transformObject: (document) => withoutUnused(jsonSchemaTransformObject(document)),
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

type Description = ReturnType<typeof jsonSchemaTransformObject>;
interface DescriptionParts {
  readonly paths?: object;
  readonly components?: { readonly schemas?: Readonly<Record<string, object>> };
}

/** Leaves out shapes that no route uses, directly or inside another: every shape is generated for both directions. */
function withoutUnused(description: Description): Description {
  const { paths, components }: DescriptionParts = description;
  const schemas = components?.schemas ?? {};
  const used = new Set<string>();
  const visit = (inside: object | undefined) => {
    for (const [, name = ""] of JSON.stringify(inside ?? {}).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      visit(schemas[name]);
    }
  };
  visit(paths);
  const kept = Object.entries(schemas).filter(([name]) => used.has(name));
  return { ...description, components: { ...components, schemas: Object.fromEntries(kept) } } as Description;
}
