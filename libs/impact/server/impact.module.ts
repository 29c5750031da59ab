import { Module } from '@nestjs/common';
import { SimpleEstimateResolver } from './read-estimate/simple-estimate.resolver.js';
import { SimpleEstimateService } from './read-estimate/simple-estimate.service.js';
import { HallMonthCoverageResolver, UnitMonthCoverageResolver } from './read-overview/coverage.resolvers.js';
import { OverviewResolver } from './read-overview/overview.resolver.js';
import { OverviewService } from './read-overview/overview.service.js';
import { TrainingCoverage } from './read-overview/training-coverage.js';

const overview = [TrainingCoverage, OverviewService, OverviewResolver, UnitMonthCoverageResolver, HallMonthCoverageResolver];
const estimate = [SimpleEstimateService, SimpleEstimateResolver];

/** Complaint rates with training beside them, and the first estimate of what training did. It has no table of its own. */
@Module({ providers: [...overview, ...estimate] })
export class ImpactModule {}
