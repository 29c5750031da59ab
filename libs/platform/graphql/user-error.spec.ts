import 'reflect-metadata';
import { ErrorType, UserError } from './user-error.js';

describe('the type of an error', () => {
  it('is one only: a code that another type has is refused when the program starts', () => {
    class FirstError extends UserError {}
    class SecondError extends UserError {}
    ErrorType('SPEC_OWNED')(FirstError);
    expect(() => ErrorType('SPEC_OWNED')(FirstError)).not.toThrow();
    expect(() => ErrorType('SPEC_OWNED')(SecondError)).toThrow('error code SPEC_OWNED belongs to FirstError and to SecondError');
  });
});
