#include "workshop.h"
#include "base/str.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

bool
workshop_make(char **folder, const char *path, const char *infix, struct err *err)
{
	struct str name = { 0 };
	str_add_format(&name, "%s%sXXXXXX", path, infix);
	*folder = str_take(&name);
	if (mkdtemp(*folder))
		return true;
	free(*folder);
	*folder = NULL;
	return err_set(err, ERR_STORAGE, SAY("Không tạo được sổ {1}: {2}.", "Cannot make the book {1}: {2}."), path,
		err_system(errno), NULL);
}

void
workshop_remove(const char *folder)
{
	DIR *open = opendir(folder);
	for (struct dirent *entry; open && (entry = readdir(open));) {
		struct str path = { 0 };
		str_add_format(&path, "%s/%s", folder, entry->d_name);
		if (!text_equal(entry->d_name, ".") && !text_equal(entry->d_name, "..") && unlink(str_text(&path)) != 0)
			workshop_remove(str_text(&path)); /* the drafts of the book */
		str_release(&path);
	}
	if (open)
		closedir(open);
	rmdir(folder);
}
