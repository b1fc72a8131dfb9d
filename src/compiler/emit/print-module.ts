/** The model of a module → its unformatted text, in one call of ts-morph. */
import type { CarriedZones } from "../../runtime/model/index.ts";
import { loadTsMorph, type StatementStructures, type TsMorph } from "../ts-morph.ts";
import type { ModuleImport, ModuleModel, TaskMember, TaskMembers } from "./model/module-model.ts";
import { taskPaths } from "./model/task-interface.ts";
import { dataText } from "./text/data-text.ts";
import { docLines } from "./text/doc-comment.ts";
import { isIdentifierName, typeKey } from "./text/identifier.ts";
import { jobEntry } from "./text/job-entry.ts";
import { registerBody } from "./text/register-body.ts";
import { isPlainText, stringLiteral } from "./text/string-literal.ts";
import { isMethod, memberType } from "./text/task-type.ts";
import { templateEntry, templateType } from "./text/template-entry.ts";
import { calendarsText, sharedText } from "./text/trigger-text.ts";

/** Everything but the banner. */
export async function printModule(model: ModuleModel): Promise<string> {
  const morph = await loadTsMorph();
  // Without a project: that would parse the text again, which takes as long as all else together.
  return morph.printStructure({ kind: morph.StructureKind.SourceFile, statements: statements(model, morph) });
}

function statements(model: ModuleModel, { StructureKind, VariableDeclarationKind }: TsMorph): StatementStructures[] {
  const tasksType = model.tasks ? "Tasks" : "unknown";
  const source = stringLiteral(model.source);
  const jobs = model.jobs.map((job) => jobEntry(job, model.calendars)).join("\n");
  const tasks = model.tasks ? `tasks: ${dataText(taskPaths(model.tasks))},\n` : "";
  const zones = model.zones ? zonesMember(model.zones) : "";
  const templates = model.templates.map((template) => templateEntry(template, model.calendars)).join("\n");
  const templatesMember = model.templates.length > 0 ? `templates: {\n${templates}\n},\n` : "";
  const templatesType = model.templates.length > 0 ? ", Templates" : "";
  return [
    ...model.imports.map(
      (one): StatementStructures => ({ kind: StructureKind.ImportDeclaration, ...importStructure(one) }),
    ),
    {
      kind: StructureKind.TypeAlias,
      name: "JobId",
      leadingTrivia: "\n",
      isExported: true,
      type: model.jobs.map((job) => stringLiteral(job.id)).join(" | ") || "never",
    },
    ...(model.tasks ? [tasksInterface(model.tasks, model.source, StructureKind.Interface)] : []),
    ...(model.templates.length > 0 ? [templatesInterface(model, StructureKind.Interface)] : []),
    ...sharedConstants(model).map(
      ({ name, initializer }): StatementStructures => ({
        kind: StructureKind.VariableStatement,
        leadingTrivia: "\n",
        declarationKind: VariableDeclarationKind.Const,
        declarations: [{ name, initializer }],
      }),
    ),
    {
      kind: StructureKind.VariableStatement,
      // Only after an interface does ts-morph leave a line free by itself.
      ...((model.tasks || model.templates.length > 0) && sharedConstants(model).length === 0
        ? {}
        : { leadingTrivia: "\n" }),
      declarationKind: VariableDeclarationKind.Const,
      isExported: true,
      declarations: [
        {
          name: "schedule",
          type: `Schedule<JobId, ${tasksType}${templatesType}>`,
          initializer: `{\nversion: 1,\nsource: ${source},\n${tasks}jobs: {\n${jobs}\n},\n${templatesMember}${zones}}`,
        },
      ],
    },
    {
      kind: StructureKind.Function,
      name: "register",
      isExported: true,
      parameters: [
        { name: "scheduler", type: "Scheduler" },
        ...(model.tasks ? [{ name: "tasks", type: "Tasks" }] : []),
      ],
      returnType: `Jobs<JobId${templatesType}>`,
      statements: registerBody(model),
    },
  ];
}

/** What several jobs have stands above them, triggers after the calendars that they name. */
function sharedConstants({ calendars, triggers }: ModuleModel): { name: string; initializer: string }[] {
  const constant = (name: string, text: string, type: string) => ({
    name,
    initializer: `${text} satisfies Record<string, ${type}>`,
  });
  return [
    ...(calendars.length > 0 ? [constant("calendars", calendarsText(calendars), "Calendar")] : []),
    ...(triggers.length > 0 ? [constant("triggers", sharedText(triggers, calendars), "Trigger")] : []),
  ];
}

function zonesMember({ tzdb, rules }: CarriedZones): string {
  return `zones: { tzdb: ${stringLiteral(tzdb)}, rules: ${dataText(rules)} },\n`;
}

function tasksInterface(
  tasks: TaskMembers,
  source: string,
  kind: TsMorph["StructureKind"]["Interface"],
): StatementStructures {
  const named = docLines(source).join(" ");
  return {
    kind,
    name: "Tasks",
    isExported: true,
    docs: [`The tasks that ${named} names and does not import: the app gives them.`],
    ...interfaceMembers(tasks.members),
  };
}

function templatesInterface(
  { templates, source }: ModuleModel,
  kind: TsMorph["StructureKind"]["Interface"],
): StatementStructures {
  const named = docLines(source).join(" ");
  return {
    kind,
    name: "Templates",
    isExported: true,
    docs: [`The templates of ${named}: what an app gives, what a task gets, and what an id holds.`],
    properties: templates.map((one) => ({ name: typeKey(one.template), type: templateType(one), isReadonly: true })),
  };
}

function importStructure({ from: moduleSpecifier, typeOnly, names, star }: ModuleImport): {
  moduleSpecifier: string;
  isTypeOnly: boolean;
  namespaceImport?: string;
  namedImports?: string[];
} {
  // ts-morph escapes in a way of its own, so it only gets what needs no escaping; the checks refuse all else.
  if (!isPlainText(moduleSpecifier)) throw new Error(`the import path ${stringLiteral(moduleSpecifier)} is not plain`);
  if (star !== undefined) return { moduleSpecifier, isTypeOnly: typeOnly, namespaceImport: star };
  const namedImports = names.map(({ name, local }) => {
    const exported = isIdentifierName(name) ? name : stringLiteral(name);
    return exported === local ? local : `${exported} as ${local}`;
  });
  return { moduleSpecifier, isTypeOnly: typeOnly, namedImports };
}

function interfaceMembers(members: readonly TaskMember[]): {
  methods: { name: string; parameters: { name: string; type: string }[]; returnType: string }[];
  properties: { name: string; type: string; isReadonly: true }[];
} {
  return {
    methods: members.filter(isMethod).flatMap(({ name, signatures }) =>
      signatures.map(({ parameters, returns }) => ({
        name: typeKey(name),
        parameters: parameters.map((one) => ({ name: one.name, type: one.type })),
        returnType: returns,
      })),
    ),
    properties: members
      .filter((member) => !isMethod(member))
      .map((member) => ({ name: typeKey(member.name), type: memberType(member), isReadonly: true })),
  };
}
