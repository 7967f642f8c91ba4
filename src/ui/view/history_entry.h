/* One entry of the history with old and new of each field: 1 Hoàn tác mục này  2 Mở bản ghi  3 Đóng. */
#ifndef UI_VIEW_HISTORY_ENTRY_H
#define UI_VIEW_HISTORY_ENTRY_H
#include "ui/view/views.h"

bool history_entry_open(struct ui *ui, int64_t change, struct err *err);
#endif
