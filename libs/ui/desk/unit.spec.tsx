import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import { useUnitChoice } from './unit.js';

const place = (id: string, name: string) => ({ id, code: id, name, type: 'county', ancestors: [], children: [] });
const places: Readonly<Record<string, ReturnType<typeof place>>> = { top: place('top', '临江市'), north: place('north', '江北县') };
const server = () => fakeServer({ MyUnits: { myUnits: [places['top']] }, UnitPlace: ({ id }: Record<string, unknown>) => ({ unit: places[String(id)] ?? null }) });

function Chosen() {
  return <p>{useUnitChoice().data?.unit.name}</p>;
}
const remembered = (): string | null => localStorage.getItem('skillhall.unit.account-1');

describe('the unit that the desk looks at', () => {
  beforeEach(() => localStorage.clear());

  it('is that of the address, and remembered', async () => {
    server();
    await renderPage(<Chosen />, { path: '/desk?unit=north' });
    expect(await screen.findByText('江北县')).toBeVisible();
    await waitFor(() => expect(remembered()).toBe('north'));
  });

  it('is the own one where the address names none that is there, which is not remembered', async () => {
    server();
    await renderPage(<Chosen />, { path: '/desk?unit=gone' });
    expect(await screen.findByText('临江市')).toBeVisible();
    expect(remembered()).not.toBe('gone');
  });
});
