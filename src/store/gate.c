#include "store/gate.h"
#include "base/mem.h"
#include "base/str.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#define WAIT_STEP_MICROSECONDS 250000
#define HOLDER_SIZE 256

static bool
gate_fail(const struct gate *gate, struct err *err)
{
	return err_set(err, ERR_STORAGE,
		SAY("Không dùng được tệp khóa {1}: {2}.", "Cannot use the lock file {1}: {2}."), gate->path,
		err_system(errno), NULL);
}

bool
gate_open(struct gate *gate, const char *book, struct err *err)
{
	struct str path = { 0 };
	str_add_text(&path, book);
	str_add_text(&path, "-gate");
	gate->path = str_take(&path);
	gate->descriptor = open(gate->path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
	struct stat found;
	if (gate->descriptor < 0 || fstat(gate->descriptor, &found) != 0) {
		gate_fail(gate, err);
	} else if (!S_ISREG(found.st_mode)) {
		errno = EINVAL;
		gate_fail(gate, err);
	} else {
		gate->open = true;
		return true;
	}
	if (gate->descriptor >= 0)
		close(gate->descriptor);
	free(gate->path);
	*gate = (struct gate){ 0 };
	return false;
}

/* For those who wait; a full disk must not stop a save here. */
static void
sign(struct gate *gate, const char *login)
{
	struct str line = { 0 };
	str_add_format(&line, "%.200s %ld\n", login, (long)getpid());
	if (pwrite(gate->descriptor, str_text(&line), line.length, 0) == (ssize_t)line.length) {
		int cut = ftruncate(gate->descriptor, (off_t)line.length);
		(void)cut;
	}
	str_release(&line);
}

/* The login in the gate file; "" unless it is one word without control characters. */
static void
read_holder(const struct gate *gate, char login[HOLDER_SIZE])
{
	ssize_t got = pread(gate->descriptor, login, HOLDER_SIZE - 1, 0);
	login[got > 0 ? got : 0] = '\0';
	size_t length = strcspn(login, " \n");
	login[length] = '\0';
	for (size_t i = 0; i < length; i++)
		if ((unsigned char)login[i] < 0x20 || login[i] == 0x7f)
			login[0] = '\0';
}

static void
on_alarm(int number)
{
	(void)number;
}

/* Blocking in flock keeps our place among those who wait; the alarm only interrupts it. */
static bool
block(struct gate *gate, bool (*waiting)(void *to, const char *login), void *to, struct err *err)
{
	for (;;) {
		if (flock(gate->descriptor, LOCK_EX) == 0)
			return true;
		if (errno != EINTR)
			return gate_fail(gate, err);
		char holder[HOLDER_SIZE];
		read_holder(gate, holder);
		if (waiting && !waiting(to, holder))
			return err_set(err, ERR_CANCELLED,
				SAY("Đã thôi chờ; chưa lưu gì.", "Stopped waiting; nothing was saved."), NULL);
	}
}

static bool
wait_for(struct gate *gate, bool (*waiting)(void *to, const char *login), void *to, struct err *err)
{
	struct sigaction ours = { .sa_handler = on_alarm }, before;
	sigset_t alarm, mask;
	sigemptyset(&ours.sa_mask);
	sigemptyset(&alarm);
	sigaddset(&alarm, SIGALRM);
	struct itimerval step = { { 0, WAIT_STEP_MICROSECONDS }, { 0, WAIT_STEP_MICROSECONDS } }, pending;
	sigaction(SIGALRM, &ours, &before);
	sigprocmask(SIG_UNBLOCK, &alarm, &mask);
	setitimer(ITIMER_REAL, &step, &pending);
	bool taken = block(gate, waiting, to, err);
	setitimer(ITIMER_REAL, &pending, NULL);
	sigprocmask(SIG_SETMASK, &mask, NULL);
	sigaction(SIGALRM, &before, NULL);
	return taken;
}

bool
gate_try(struct gate *gate, const char *login)
{
	if (flock(gate->descriptor, LOCK_EX | LOCK_NB) != 0)
		return false;
	sign(gate, login);
	return true;
}

bool
gate_take(struct gate *gate, const char *login, bool (*waiting)(void *to, const char *login), void *to, struct err *err)
{
	if (gate_try(gate, login))
		return true;
	if (!wait_for(gate, waiting, to, err))
		return false;
	sign(gate, login);
	return true;
}

void
gate_leave(struct gate *gate)
{
	flock(gate->descriptor, LOCK_UN);
}

void
gate_close(struct gate *gate)
{
	if (gate->open)
		close(gate->descriptor);
	free(gate->path);
	*gate = (struct gate){ 0 };
}
