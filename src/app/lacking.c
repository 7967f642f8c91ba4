#include "app/lacking.h"
#include "app/figures.h"
#include "base/mem.h"
#include <stdlib.h>

void
lacking_release(struct lacking *lacking)
{
	for (size_t i = 0; i < lacking->count; i++) {
		free(lacking->rows[i].name);
		free(lacking->rows[i].units);
	}
	free(lacking->rows);
	*lacking = (struct lacking){ 0 };
}

/* One metric against all members; false: nobody lacks it. */
static bool
look_at(struct lacking_row *row, const struct figure_grid *grid, size_t column)
{
	struct str units = { 0 };
	*row = (struct lacking_row){ .metric = grid->columns[column].metric };
	for (size_t i = 0; i < grid->members.count; i++) {
		enum cell_kind kind = grid->cells[i * grid->column_count + column].cell.kind;
		row->asked += kind != CELL_NOT_ASKED;
		if (kind != CELL_UNKNOWN && kind != CELL_NOT_YET)
			continue;
		row->count++;
		str_add_text(&units, units.length ? ", " : "");
		str_add_text(&units, grid->members.rows[i].brief);
	}
	row->units = str_take(&units);
	row->name = mem_copy_text(grid->columns[column].short_name);
	return row->count > 0;
}

bool
lacking_read(struct lacking *out, struct store *store, int64_t cluster, period when, struct err *err)
{
	static const struct figure_grid no_amounts; /* are shown */
	struct figure_grid grid;
	*out = (struct lacking){ 0 };
	if (!figure_grid_read_beside(&grid, store, cluster, when, FIGURE_KIND_RESULT, &no_amounts, err))
		return false;
	out->rows = mem_new(grid.column_count, sizeof *out->rows);
	for (size_t column = 0; column < grid.column_count; column++) {
		struct lacking_row *row = &out->rows[out->count];
		if (look_at(row, &grid, column)) {
			out->count++;
			continue;
		}
		free(row->name);
		free(row->units);
	}
	figure_grid_release(&grid);
	return true;
}
