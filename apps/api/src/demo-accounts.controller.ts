import { Public } from '@skillhall/platform/access';
import { CONFIG, type Config } from '@skillhall/platform/config';
import { Controller, Get, Inject } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Shows the sign-ins of the demo company on the sign-in page; configuration refuses DEMO in production. */
@Controller()
export class DemoAccountsController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Public('the sign-ins of an invented company, where a demo was asked for')
  @Get('demo-accounts.json')
  async accounts(): Promise<unknown> {
    const text = this.config.DEMO ? await readFile(join(this.config.dataFolder, 'demo-accounts.json'), 'utf8').catch(() => null) : null;
    // None is an answer too: the sign-in page asks everywhere.
    return text === null ? [] : (JSON.parse(text) as unknown);
  }
}
