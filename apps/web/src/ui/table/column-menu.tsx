import { TableIcon } from "@navikt/aksel-icons";
import { ActionMenu } from "@navikt/ds-react/ActionMenu";
import { Button } from "../controls/button.tsx";

interface ColumnMenuProps {
  label: string;
  group: string;
  columns: readonly { id: string; label: string; shown: boolean; toggle: () => void }[];
}

/** Chooses which columns of a list are shown; the last one cannot be hidden. */
export function ColumnMenu({ label, group, columns }: ColumnMenuProps) {
  const onlyOne = columns.filter((column) => column.shown).length === 1;
  return (
    <ActionMenu size="small">
      <ActionMenu.Trigger>
        <Button kind="quiet" tone="neutral" icon={<TableIcon aria-hidden="true" />}>
          {label}
        </Button>
      </ActionMenu.Trigger>
      <ActionMenu.Content>
        <ActionMenu.Group label={group}>
          {columns.map((column) => (
            <ActionMenu.CheckboxItem
              key={column.id}
              checked={column.shown}
              disabled={onlyOne && column.shown}
              onCheckedChange={column.toggle}
            >
              {column.label}
            </ActionMenu.CheckboxItem>
          ))}
        </ActionMenu.Group>
      </ActionMenu.Content>
    </ActionMenu>
  );
}
