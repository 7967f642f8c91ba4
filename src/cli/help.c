#include "commands.h"
#include "text/width.h"

/* Columns before the explanation of a command or an option. */
#define INDENT 24

static void
add_explained(struct str *out, const char *what, const char *explained)
{
	str_add_text(out, "  ");
	if (text_width(what) < INDENT - 3) {
		text_pad(out, what, INDENT - 2);
	} else {
		str_add_text(out, what);
		str_add_byte(out, '\n');
		for (int i = 0; i < INDENT; i++)
			str_add_byte(out, ' ');
	}
	str_add_text(out, explained);
	str_add_byte(out, '\n');
}

/* What the formats of a command are. */
static const char *
format_help(const struct command *command)
{
	if (command->formats & 1u << FORMAT_TEXT)
		return say(SAY("văn bản trên giấy A4, CSV cho Excel Việt Nam, bảng tính Excel",
			"text on A4, CSV for Vietnamese Excel, an Excel workbook"));
	if (command->formats & 1u << FORMAT_XLSX)
		return say(SAY("bảng để đọc, CSV, JSON hoặc bảng tính Excel",
			"a table to read, CSV, JSON or an Excel workbook"));
	return say(SAY("bảng để đọc, CSV hoặc JSON", "a table to read, CSV or JSON"));
}

static void
add_option(struct str *out, const struct option *option, const struct command *command)
{
	struct str what = { 0 };
	bool format = command && option == &options[OPTION_FORMAT];
	if (option->letter)
		str_add_format(&what, "-%c, ", option->letter);
	str_add_format(&what, "--%s", option->name);
	if (option->kind != OPTION_FLAG && !format)
		str_add_format(&what, " %s", say(option->value));
	if (format)
		str_add_byte(&what, ' ');
	if (format)
		formats_add(&what, command, "|");
	add_explained(out, str_text(&what), format ? format_help(command) : say(option->help));
	str_release(&what);
}

static void
add_options(struct str *out, uint64_t set, const struct command *command)
{
	for (size_t i = 0; i < OPTION_COUNT; i++)
		if (set & UINT64_C(1) << i)
			add_option(out, &options[i], command);
}

static void
add_line(struct str *out, const char *line)
{
	str_add_text(out, line);
	str_add_byte(out, '\n');
}

static void
add_command(struct str *out, const struct command *command)
{
	str_add_format(out, "%s thidua %s%s%s%s\n\n", say(SAY("Cách dùng:", "Usage:")), command->name,
		command->options ? say(SAY(" [TÙY CHỌN]…", " [OPTION]…")) : "", *say(command->takes) ? " " : "",
		say(command->takes));
	add_line(out, say(command->does));
	if (*say(command->more))
		add_line(out, say(command->more));
	if (command->options) {
		str_add_byte(out, '\n');
		add_options(out, command->options, command);
	}
	str_add_byte(out, '\n');
	add_options(out, OPTIONS_EVERYWHERE, command);
}

void
help_add(struct str *out, const struct command *command)
{
	if (command) {
		add_command(out, command);
		return;
	}
	add_line(out,
		say(SAY("Cách dùng: thidua [TÙY CHỌN]… [SỔ]\n           thidua LỆNH [TÙY CHỌN]…\n",
			"Usage: thidua [OPTION]… [BOOK]\n       thidua COMMAND [OPTION]…\n")));
	add_line(out,
		say(SAY("Giữ sổ của các cụm thi đua: thành viên, vai trò, số liệu, giao ước, hội nghị, khen thưởng.\nKhông có lệnh thì mở sổ trên màn hình.\n",
			"Keeps the books of emulation clusters: members, roles, figures, covenants, meetings, awards.\nWithout a command the book is opened on the screen.\n")));
	for (size_t i = 0; i < command_count; i++)
		add_explained(out, commands[i].name, say(commands[i].does));
	str_add_byte(out, '\n');
	add_options(out, OPTIONS_EVERYWHERE, command);
	add_line(out,
		say(SAY("\nThoát với 0: xong; 1: bị từ chối hoặc lỗi; 2: dòng lệnh sai.  “thidua LỆNH --help” cho biết thêm.",
			"\nExit status 0: done; 1: refused or failed; 2: the command line is wrong.  “thidua COMMAND --help” tells more.")));
}
