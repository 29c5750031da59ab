import { Global, Module } from '@nestjs/common';
import { ComplaintRepository } from './data/complaint.repository.js';
import { CountPanel } from './data/count-panel.js';
import { MonthRepository } from './data/month.repository.js';
import { UnitLookup } from './data/unit-lookup.js';
import { ComplaintsImport } from './import-complaints/complaints.import.js';
import { Fingerprints } from './import-complaints/fingerprints.js';
import { StagedComplaints } from './import-complaints/staged-complaints.js';
import { StagedVolumes } from './import-volumes/staged-volumes.js';
import { VolumesImport } from './import-volumes/volumes.import.js';
import { ComplaintsResolver } from './read-complaints/complaints.resolver.js';
import { HallMonthsResolver } from './read-months/hall-months.resolver.js';

const reads = [ComplaintRepository, ComplaintsResolver, HallMonthsResolver];
const imports = [UnitLookup, Fingerprints, StagedComplaints, ComplaintsImport, StagedVolumes, VolumesImport];

/** The register of complaints and the volumes of halls; impact and service plan stand on it, hence global. */
@Global()
@Module({ providers: [MonthRepository, CountPanel, ...reads, ...imports], exports: [MonthRepository, CountPanel] })
export class ComplaintsModule {}
