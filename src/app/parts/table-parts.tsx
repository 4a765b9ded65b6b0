import { useState } from 'react';
import { Avatar } from '#app/ui/avatar.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Section } from '#app/ui/section.tsx';
import { Skeleton } from '#app/ui/skeleton.tsx';
import { Cell, ColumnHeader, Row, type SortDirection, Table } from '#app/ui/table.tsx';

const people = ['Ada Lovelace', 'Grace Hopper', 'Ольга Петрова'];

export function TableParts() {
  const [sort, setSort] = useState<SortDirection>('ascending');
  return (
    <Section title="Table" padding="flush">
      <Table label="People">
        <thead>
          <tr>
            <ColumnHeader
              sort={sort}
              onSort={() => setSort(sort === 'ascending' ? 'descending' : 'ascending')}
            >
              Name
            </ColumnHeader>
            <ColumnHeader sort="none" onSort={() => {}}>
              Last sign-in
            </ColumnHeader>
            <ColumnHeader align="end">Sign-ins</ColumnHeader>
          </tr>
        </thead>
        <tbody>
          {people.map((name, index) => (
            <Row key={name}>
              <Cell>
                <span className="parts-person">
                  <Avatar name={name} />
                  {name}
                </span>
              </Cell>
              <Cell>yesterday</Cell>
              <Cell align="end">{(index + 1) * 1234}</Cell>
            </Row>
          ))}
          <Row>
            <Cell>
              <Skeleton className="w-40" />
            </Cell>
            <Cell>
              <Skeleton className="w-24" />
            </Cell>
            <Cell />
          </Row>
        </tbody>
      </Table>
      <div className="parts-foot">
        <Pager summary="1–50 of 4,212" onPrevious={null} onNext={() => {}} />
      </div>
    </Section>
  );
}
