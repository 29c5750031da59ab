import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

/** Turns false the moment a shutdown begins, so that no new requests are sent here. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  draining = false;

  beforeApplicationShutdown(): void {
    this.draining = true;
  }
}
