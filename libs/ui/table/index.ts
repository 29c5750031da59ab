export { useTableState, type TableState } from './table-state.js';
export { ServerTable, type ServerTableProps, type TableColumn } from './server-table.js';
export { Below } from './below.js';
export { Filters, SearchFilter, SelectFilter } from './filters.js';
export { DetailDrawer, Facts } from './detail-drawer.js';
export { fetchFile } from './csv.js';
