import { registerAuditWords } from '@skillhall/platform/audit';
import { registerErrors } from '@skillhall/platform/i18n';
import { Global, Module } from '@nestjs/common';
import { complaintErrors, complaintsAuditWords } from '../domain/index.js';
import { ComplaintRepository } from './data/complaint.repository.js';
import { CountPanel } from './data/count-panel.js';
import { GapRepository } from './data/gap.repository.js';
import { MonthRepository } from './data/month.repository.js';
import { TaxonomyRepository } from './data/taxonomy.repository.js';
import { UnitLookup } from './data/unit-lookup.js';
import { ComplaintsImport } from './import-complaints/complaints.import.js';
import { Fingerprints } from './import-complaints/fingerprints.js';
import { StagedComplaints } from './import-complaints/staged-complaints.js';
import { StagedVolumes } from './import-volumes/staged-volumes.js';
import { VolumesImport } from './import-volumes/volumes.import.js';
import { ComplaintsResolver } from './read-complaints/complaints.resolver.js';
import { GapsResolver } from './read-gaps/gaps.resolver.js';
import { HallMonthsResolver } from './read-months/hall-months.resolver.js';
import { TaxonomyResolver } from './taxonomy/taxonomy.resolver.js';

const reads = [ComplaintRepository, ComplaintsResolver, HallMonthsResolver, GapRepository, GapsResolver, TaxonomyResolver];
const imports = [UnitLookup, Fingerprints, StagedComplaints, ComplaintsImport, StagedVolumes, VolumesImport];
const shared = [MonthRepository, CountPanel, TaxonomyRepository];

/** The register of complaints and the volumes of halls; impact and service plan stand on it, hence global. */
@Global()
@Module({ providers: [...shared, ...reads, ...imports], exports: shared })
export class ComplaintsModule {
  constructor() {
    registerErrors(complaintErrors);
    registerAuditWords(complaintsAuditWords);
  }
}
