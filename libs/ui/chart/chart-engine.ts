// Loaded only where a chart is shown; only the kinds of charts that the house draws. Others are added here when they are.
import { LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([LineChart, ScatterChart]);
register([GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

/** A function of this file, not a passed-on one: the bundler would leave out the registrations above otherwise. */
export const openChart = (element: HTMLElement): EChartsType => init(element, null, { renderer: 'svg' });
