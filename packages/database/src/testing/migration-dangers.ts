/**
 * What a migration would do to a register that is in use, a sentence each: statements that hold a large table while
 * they read or write all of it, and statements that the former version of the program, still running, cannot live with.
 * Tables that the migration makes itself are empty and nobody's.
 */
export function migrationDangers(text: string): string[] {
  const statements = statementsOf(text);
  const made = new Set(
    statements.flatMap((statement) => {
      const [, table] =
        /^create (?:unlogged )?table (?:if not exists )?(\S+?)(?: |\(|$)/.exec(statement) ?? [];
      return table ? [bare(table)] : [];
    }),
  );
  const dangers = statements.flatMap((statement) => dangersOf(statement, made));
  return [...dangers, ...concurrentDangers(statements)];
}

/** Small letters, single blanks, no quotes round names, nothing of comments, texts and the bodies of functions. */
function statementsOf(text: string): string[] {
  return text
    .replace(/--[^\n]*/g, " ")
    .replace(/\/\*.*?\*\//gs, " ")
    .replace(/(\$\w*\$).*?\1/gs, "''")
    .replace(/'(?:[^']|'')*'/g, "''")
    .split(";")
    .map((statement) => statement.replaceAll('"', "").replace(/\s+/g, " ").trim().toLowerCase())
    .filter(Boolean);
}

const bare = (table: string) => table.replace(/^public\./, "");

function dangersOf(statement: string, made: ReadonlySet<string>): string[] {
  const [, indexed] =
    /^create (?:unique )?index (?!concurrently)(?:.*? )?on (?:only )?(\S+)/.exec(statement) ?? [];
  if (indexed)
    return made.has(bare(indexed))
      ? []
      : [`${indexed}: an index holds up every write while it is made; make it concurrently`];
  const [, table, actions] = /^alter table (?:if exists )?(?:only )?(\S+) (.*)$/.exec(statement) ?? [];
  if (table && actions)
    return made.has(bare(table))
      ? []
      : actionsOf(actions).flatMap((action) => dangersOfAction(table, action));
  return whole.flatMap(([pattern, danger]) =>
    pattern.test(statement) ? [`${statement.slice(0, 60)}: ${danger}`] : [],
  );
}

/** The parts of an ALTER TABLE, between the commas that stand in no parentheses. */
function actionsOf(actions: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const letter of actions) {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (letter === "," && depth === 0) parts.push("");
    else parts.push(`${parts.pop()}${letter}`);
  }
  return parts.map((part) => part.trim());
}

const formerVersion = "the former version of the program still uses it";

const whole: readonly (readonly [RegExp, string])[] = [
  [
    /^drop index (?!concurrently)/,
    "waits for every statement on the table, and all wait behind it; drop it concurrently",
  ],
  [/^reindex (?!.*\bconcurrently\b)/, "holds up every write; reindex concurrently"],
  [/^drop (?:table|schema|view|materialized view|function|type|policy)\b/, formerVersion],
  [/^truncate\b/, "takes rows away for good"],
  [/^(?:cluster|vacuum full|lock)\b/, "holds the table for as long as it takes"],
  [/^refresh materialized view (?!concurrently)/, "holds up every read"],
  [/^alter type\b/, formerVersion],
];

const inAlterTable: readonly (readonly [RegExp, string])[] = [
  [
    /^add (?:column )?(?!constraint|primary|unique|foreign|check|exclude)(?=.*\bnot null\b)(?!.*\bdefault\b)/,
    "a column that is never null needs a default, for the rows that are there and for the former version's",
  ],
  [
    /^add (?:column )?(?!constraint)\S+ .*(?:\b(?:big|small)?serial\b|\bgenerated\b|\bdefault (?:nextval|gen_random_uuid|uuidv[47]|random|clock_timestamp|uuid_generate_v\d)\b)/,
    "every row is written anew, and all wait; add it empty, fill it in parts",
  ],
  [
    /^add (?:column )?(?!constraint)\S+ .*\b(?:references|check|unique|primary key)\b/,
    "the constraint reads every row while all wait; add it by itself, not valid",
  ],
  [
    /^add (?:constraint \S+ )?(?:foreign key|check)\b(?!.*\bnot valid\b)/,
    "reads every row while all wait; add it not valid, and validate it in a migration after",
  ],
  [
    /^add (?:constraint \S+ )?(?:unique|primary key)\b(?!.*\busing index\b)/,
    "makes an index while all wait; make the index concurrently, then add it using index",
  ],
  [/^add (?:constraint \S+ )?exclude\b/, "makes an index while all wait"],
  [
    /^alter (?:column )?\S+ (?:set data )?type\b/,
    "every row is written anew while all wait; add a column, fill it in parts",
  ],
  [
    /^alter (?:column )?\S+ set not null\b/,
    "reads every row while all wait; add a check not valid first, and validate it",
  ],
  [/^alter (?:column )?\S+ (?:drop default|add generated)\b/, formerVersion],
  [/^drop (?!not null)/, formerVersion],
  [/^rename\b/, formerVersion],
  [/^set (?:schema|logged|unlogged|tablespace)\b/, "every row is written anew, or is not found any more"],
  [/^(?:disable|no force) row level security\b/, "one of the two locks between enterprises is taken away"],
  [/^(?:disable|enable) trigger\b/, "what is checked by triggers is not, in between"],
];

const dangersOfAction = (table: string, action: string): string[] =>
  inAlterTable.flatMap(([pattern, danger]) =>
    pattern.test(action) ? [`${table}, ${action.slice(0, 60)}: ${danger}`] : [],
  );

/** A migration with an index made concurrently runs in no transaction: cut off anywhere, it must be possible to begin it anew. */
function concurrentDangers(statements: readonly string[]): string[] {
  const made = /^create (?:unique )?index concurrently (?:if not exists )?(\S+)/;
  const dropped = /^drop index concurrently if exists (\S+)/;
  if (!statements.some((statement) => /^(?:create (?:unique )?|drop )index concurrently\b/.test(statement)))
    return [];
  const dangers: string[] = [];
  const cleared = new Set<string>();
  for (const statement of statements) {
    const [, gone] = dropped.exec(statement) ?? [];
    const [, index] = made.exec(statement) ?? [];
    if (gone) cleared.add(bareName(gone));
    else if (!index)
      dangers.push(
        `${statement.slice(0, 60)}: stands beside an index made concurrently, which no transaction can hold; give it a migration of its own`,
      );
    else if (!cleared.has(bareName(index)))
      dangers.push(
        `${index}: cut off, it leaves an index that does not work; drop it concurrently if exists first`,
      );
  }
  return dangers;
}

const bareName = (name: string) => name.split(".").at(-1) ?? name;
