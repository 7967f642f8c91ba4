#include "ui/term/capable.h"
#include <curses.h>
#include <stdlib.h>
#include <term.h>
#include <unistd.h>

bool
terminal_is_capable(struct err *err)
{
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(err, ERR_INVALID,
			SAY("Màn hình cần một đầu cuối: bàn phím hoặc màn hình đang nối vào tệp hay ống. "
			    "Không có đầu cuối thì dùng các lệnh con, xem thidua --help.",
				"Screens need a terminal: input or output is a file or a pipe. "
				"Without a terminal use the commands, see "
				"thidua --help."),
			NULL);
	const char *name = getenv("TERM");
	int status = 0;
	if (!name || !*name || setupterm(name, STDOUT_FILENO, &status) != OK)
		return err_set(err, ERR_INVALID,
			SAY("Máy không biết loại đầu cuối “{1}”. Thử: TERM=xterm thidua",
				"This machine does not know the terminal “{1}”. Try: TERM=xterm thidua"),
			name ? name : "", NULL);
	const char *move = tigetstr("cup");
	bool moves = move && move != (const char *)-1;
	del_curterm(cur_term); /* newterm reads the description again */
	if (!moves)
		return err_set(err, ERR_INVALID,
			SAY("Đầu cuối “{1}” không đặt được con trỏ nên không vẽ được màn hình. Thử: TERM=xterm thidua",
				"The terminal “{1}” cannot place its cursor, so no screen can be drawn. "
				"Try: TERM=xterm thidua"),
			name, NULL);
	return true;
}

bool
terminal_has_second_screen(void)
{
	const char *leave = tigetstr("rmcup");
	return leave && leave != (const char *)-1;
}
