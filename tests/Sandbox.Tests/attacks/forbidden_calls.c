// Tries the system calls that have opened sandboxes before.
// expect: Exited
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/fsuid.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
static void leak_unless_failed(const char *name, long result) {
  if (result >= 0) printf("LEAK: %s\n", name);
}
#define TRY(call, ...) leak_unless_failed(#call, syscall(SYS_##call, ##__VA_ARGS__))
/* The filter says yes to sched_setaffinity without doing it, because .NET does not start otherwise: the cores must stay as they were. */
static void stay_on_the_core(void) {
  unsigned long before[16] = {0}, wanted[16], after[16] = {0};
  for (int i = 0; i < 16; i++) wanted[i] = ~0UL;
  syscall(SYS_sched_getaffinity, 0, sizeof before, before);
  syscall(SYS_sched_setaffinity, 0, sizeof wanted, wanted);
  syscall(SYS_sched_getaffinity, 0, sizeof after, after);
  if (memcmp(before, after, sizeof before) != 0) printf("LEAK: another core\n");
  for (int i = 0; i < 16; i++) wanted[i] = 0;
  wanted[0] = before[0] & 1 ? 2 : 1;
  syscall(SYS_sched_setaffinity, 0, sizeof wanted, wanted);
  syscall(SYS_sched_getaffinity, 0, sizeof after, after);
  if (memcmp(before, after, sizeof before) != 0) printf("LEAK: the other core\n");
}

int main(void) {
  char params[256] = {0};
  TRY(ptrace, PTRACE_TRACEME, 0, 0, 0);
  TRY(process_vm_readv, 1, params, 1, params, 1, 0);
  TRY(unshare, CLONE_NEWUSER);
  TRY(unshare, CLONE_NEWNS);
  TRY(setns, 0, 0);
  TRY(clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0);
  TRY(clone, CLONE_NEWPID | SIGCHLD, 0, 0, 0, 0);
  TRY(clone3, params, 64);
  TRY(mount, "none", "/box", "tmpfs", 0, 0);
  TRY(umount2, "/prog", MNT_DETACH);
  TRY(pivot_root, ".", ".");
  TRY(chroot, "/box");
  TRY(fsopen, "tmpfs", 0);
  TRY(open_tree, -100, "/", 1);
  TRY(bpf, 0, params, 128);
  TRY(perf_event_open, params, 0, -1, -1, 0);
  TRY(userfaultfd, 0);
  TRY(keyctl, 0, -3, 1);
  TRY(io_uring_setup, 8, params);
  TRY(io_setup, 8, params);
  TRY(inotify_init1, 0);
  TRY(fanotify_init, 0, 0);
  TRY(landlock_create_ruleset, 0, 0, 1);
  TRY(pidfd_open, 1, 0);
  TRY(pidfd_getfd, 0, 0, 0);
  TRY(memfd_secret, 0);
  TRY(kcmp, 1, 1, 0, 0, 0);
  TRY(init_module, 0, 0, "");
  TRY(kexec_load, 0, 0, 0, 0);
  TRY(swapon, "/box", 0);
  TRY(reboot, 0xfee1dead, 672274793, 0, 0);
  TRY(sethostname, "x", 1);
  TRY(settimeofday, 0, 0);
  TRY(clock_settime, 0, params);
  TRY(syslog, 2, params, 10);
  TRY(acct, 0);
  TRY(quotactl, 0, 0, 0, 0);
  TRY(open_by_handle_at, 0, params, 0);
  TRY(personality, 0x0040000);
  TRY(mknod, "/box/device", S_IFBLK | 0666, 0x800);
  TRY(iopl, 3);
  TRY(modify_ldt, 0, params, 16);
  TRY(sched_setscheduler, 0, SCHED_FIFO, params);
  stay_on_the_core();
  TRY(setuid, 0);
  TRY(setresuid, 0, 0, 0);
  TRY(setgid, 0);
  TRY(setgroups, 0, 0);
  if (setfsuid(0), setfsuid(-1) == 0) puts("LEAK: setfsuid");
  for (int what = 0; what < RLIM_NLIMITS; what++) {
    struct rlimit limit;
    getrlimit(what, &limit);
    if (limit.rlim_max == RLIM_INFINITY) continue;
    limit.rlim_max++;
    if (setrlimit(what, &limit) == 0) printf("LEAK: limit %d raised\n", what);
  }
  if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1) puts("LEAK: new privileges are allowed");
  if (prctl(PR_GET_SECCOMP, 0, 0, 0, 0) != 2) puts("LEAK: no system call filter");
  int fd = open("/proc/self/oom_score_adj", O_WRONLY);
  if (fd >= 0 && write(fd, "-1000", 5) > 0) puts("LEAK: oom_score_adj");
}
