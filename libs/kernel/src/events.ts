/** Something that happened, told to whoever listens; written with the change itself in one transaction. */
export interface DomainEvent<Name extends string = string, Payload = unknown> {
  readonly name: Name;
  readonly payload: Payload;
}

export interface EventType<Name extends string, Payload> {
  readonly name: Name;
  readonly of: (payload: Payload) => DomainEvent<Name, Payload>;
}

export const defineEvent = <Payload>() => <const Name extends string>(name: Name): EventType<Name, Payload> => ({
  name,
  of: (payload) => ({ name, payload }),
});
