// Loaded only where a chart is shown; only the kinds of charts that the house draws.
import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import { DatasetComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart]);
use([DatasetComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapComponent, SVGRenderer]);

/** A function of this file, not a passed-on one: the bundler would leave out the registrations above otherwise. */
export const openChart = (element: HTMLElement): EChartsType => init(element, null, { renderer: 'svg' });
