import { relative, sep } from "node:path";
import { refuseImport } from "./fence.ts";

interface Source {
  value: unknown;
}
interface Context {
  filename: string;
  cwd?: string;
  report(finding: { node: unknown; message: string }): void;
}

const FORBIDDEN_NAMES = /(^|[/.-])(utils?|helpers?|common|manager|misc|v2|new|data)([/.-]|$)/;
const SQL_FILE =
  /(\.sql\.ts$|\/platform\/database\/|\/platform\/jobs\/|\/testing[./]|\.test\.ts$|^bench\/|^tests\/)/;

const pathOf = (context: Context): string =>
  relative(context.cwd ?? process.cwd(), context.filename)
    .split(sep)
    .join("/");

/** The fences of the house as rules of the linter: direction of imports, names of files, and where SQL may stand. */
const plugin = {
  meta: { name: "varde" },
  rules: {
    fences: {
      create(context: Context) {
        const check = (node: { source?: Source | null }) => {
          if (typeof node.source?.value !== "string") return;
          const refusal = refuseImport(pathOf(context), node.source.value);
          if (refusal) context.report({ node: node.source, message: `Import out of bounds: ${refusal}` });
        };
        return {
          ImportDeclaration: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
          ImportExpression: check,
        };
      },
    },
    names: {
      create(context: Context) {
        return {
          Program(node: unknown) {
            const path = pathOf(context);
            if (FORBIDDEN_NAMES.test(path))
              context.report({ node, message: `The name ${path} says nothing: name what it is for` });
          },
        };
      },
    },
    "sql-in-sql-files": {
      create(context: Context) {
        return {
          ImportDeclaration(node: {
            source: Source;
            specifiers: { imported?: { name?: string } }[];
            importKind?: string;
          }) {
            if (
              node.source.value !== "kysely" ||
              node.importKind === "type" ||
              SQL_FILE.test(pathOf(context))
            )
              return;
            if (node.specifiers.some((s) => s.imported?.name === "sql"))
              context.report({ node, message: "SQL stands only in *.sql.ts files and migrations" });
          },
        };
      },
    },
  },
};

export default plugin;
