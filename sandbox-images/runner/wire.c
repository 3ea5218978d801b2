/* Frames between judge and runner. Small requests and answers are one system call each. */
#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { NOTHING = -1 };

static int conn = -1, given[MAX_DESCRIPTORS], given_count, given_used;
static char input[64 * 1024], head[MAX_HEAD + 1], output[64 * 1024];
static size_t input_at, input_end, output_end;

int wire_fd(void) { return conn; }

void wire_open(const char *path) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (strlen(path) >= sizeof address.sun_path) die("socket path too long");
  strcpy(address.sun_path, path);
  conn = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (conn < 0) die("socket");
  if (connect(conn, (struct sockaddr *)&address, sizeof address) < 0) die("connect");
}

void wire_hello(const char *usage, int cores) {
  wire_begin();
  wire_word("hello");
  wire_word("protocol=3");
  wire_word("usage=%s", usage);
  wire_word("cores=%d", cores);
  wire_send(NULL, 0);
}

/* Keeps the descriptors that came along with what was just read. */
static void keep_given(struct msghdr *message) {
  if (message->msg_flags & MSG_CTRUNC) die("too many descriptors");
  for (struct cmsghdr *c = CMSG_FIRSTHDR(message); c; c = CMSG_NXTHDR(message, c)) {
    int count = (c->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS) continue;
    if (count > MAX_DESCRIPTORS - given_count) die("too many descriptors");
    memcpy(given + given_count, CMSG_DATA(c), count * sizeof(int));
    given_count += count;
  }
}

static void fill(void) {
  char control[CMSG_SPACE(sizeof given)] __attribute__((aligned(8)));
  struct iovec part = {input, sizeof input};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
  ssize_t n;
  do n = recvmsg(conn, &message, MSG_CMSG_CLOEXEC);
  while (n < 0 && errno == EINTR);
  if (n <= 0) _exit(0);
  if (message.msg_controllen > 0) keep_given(&message);
  input_at = 0;
  input_end = n;
}

static void take(void *to, size_t size) {
  for (size_t done = 0; done < size;) {
    if (input_at == input_end) fill();
    size_t n = input_end - input_at < size - done ? input_end - input_at : size - done;
    memcpy((char *)to + done, input + input_at, n);
    input_at += n;
    done += n;
  }
}

void wire_close_given(void) {
  for (int i = 0; i < given_count; i++) close(given[i]);
  given_count = given_used = 0;
}

/* The descriptors are named by the words in their order. */
static int next_given(void) {
  if (given_used == given_count) die("a descriptor is missing");
  return given[given_used++];
}

static int64_t number(const char *text, const char **end) {
  char *stop;
  errno = 0;
  int64_t value = strtoll(text, &stop, 10);
  if (errno || stop == text || value < 0 || (*stop && *stop != ':')) die("bad number in a request");
  if (end) *end = stop;
  return value;
}

/* LENGTH:NAME */
static struct file announced(const char *text) {
  const char *colon;
  int64_t size = number(text, &colon);
  if (*colon != ':') die("bad file in a request");
  return (struct file){colon + 1, size, NOTHING, FOLLOWS};
}

static const char *value_of(const char *word, const char *key) {
  size_t n = strlen(key);
  return strncmp(word, key, n) == 0 && word[n] == '=' ? word + n + 1 : NULL;
}

static bool take_number(const char *word, const char *key, int64_t *to) {
  const char *value = value_of(word, key);
  if (value) *to = number(value, NULL);
  return value != NULL;
}

static struct file given_file(struct request *r, const char *name, enum source source) {
  int fd = next_given();
  if (source == SHOWN) r->show[r->limits.shown++] = fd;
  return (struct file){name, FIRST_SHOWN + r->limits.shown - 1, fd, source};
}

static bool take_file(struct request *r, const char *word) {
  const char *value;
  if (r->puts == MAX_FILES) return false;
  struct file *next = &r->put[r->puts];
  if ((value = value_of(word, "file"))) *next = announced(value);
  else if ((value = value_of(word, "copy"))) *next = given_file(r, value, COPIED);
  else if ((value = value_of(word, "show"))) *next = given_file(r, value, SHOWN);
  else if ((value = value_of(word, "also")) && r->puts > 0) *next = (struct file){value, 0, NOTHING, SAME};
  else return false;
  r->puts++;
  return true;
}

static void take_word(struct request *r, char *word) {
  const char *value;
  if (take_file(r, word)) return;
  if ((value = value_of(word, "arg")) && r->argc < MAX_WORDS - 1) r->argv[r->argc++] = (char *)value;
  else if ((value = value_of(word, "env")) && r->envc < MAX_WORDS - 1) r->envp[r->envc++] = (char *)value;
  else if ((value = value_of(word, "collect")) && r->collects < MAX_FILES) r->collect[r->collects++] = value;
  else if ((value = value_of(word, "folder")) && r->folders < MAX_FILES) r->folder[r->folders++] = value;
  else if (strcmp(word, "merge") == 0) r->merge = true;
  else if (strcmp(word, "fork") == 0) r->fork = true;
  else if (strcmp(word, "alone") == 0) r->limits.alone = true;
  else if (strcmp(word, "stdin=given") == 0) r->in_fd = next_given();
  else if (strcmp(word, "stdout=given") == 0) r->out_fd = next_given();
  else if (!take_number(word, "stdin", &r->stdin_size) && !take_number(word, "cpu", &r->limits.cpu_us) &&
           !take_number(word, "wall", &r->wall_us) && !take_number(word, "output", &r->out_bytes) &&
           !take_number(word, "size", &r->limits.file_bytes) && !take_number(word, "stack", &r->limits.stack_bytes) &&
           !take_number(word, "space", &r->limits.space_bytes) && !take_number(word, "processes", &r->limits.processes) &&
           !take_number(word, "descriptors", &r->descriptors))
    die("bad word in a request");
}

void wire_read_request(struct request *r) {
  uint32_t length;
  take(&length, sizeof length);
  if (length == 0 || length > MAX_HEAD) die("bad length of a request");
  take(head, length);
  if (head[length - 1] != '\0') die("unfinished request");
  memset(r, 0, offsetof(struct request, argv));
  r->verb = head;
  r->in_fd = r->out_fd = NOTHING;
  for (char *word = head + strlen(head) + 1; word < head + length; word += strlen(word) + 1) take_word(r, word);
  r->argv[r->argc] = r->envp[r->envc] = NULL;
  if (given_used != given_count || given_count != r->descriptors) die("descriptors do not agree with the request");
}

void wire_read_payload(int fd, int64_t size) {
  while (size > 0) {
    if (input_at == input_end) fill();
    size_t n = input_end - input_at;
    if ((int64_t)n > size) n = size;
    ssize_t written = write(fd, input + input_at, n);
    if (written <= 0) die("no room for a file");
    input_at += written;
    size -= written;
  }
}

void wire_begin(void) { output_end = sizeof(uint32_t); }

void wire_word(const char *format, ...) {
  va_list rest;
  va_start(rest, format);
  size_t room = sizeof output - output_end;
  size_t n = vsnprintf(output + output_end, room, format, rest) + 1;
  va_end(rest);
  if (n > room) die("answer too long");
  output_end += n;
}

static void send_all(size_t size, int flags) {
  for (size_t done = 0; done < size;) {
    ssize_t n = send(conn, output + done, size - done, flags | MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) _exit(0);
    done += n;
  }
}

/* Sends the words, then the files; what fits goes with the words in one piece. */
void wire_send(const struct file *files, int count) {
  uint32_t length = output_end - sizeof length;
  memcpy(output, &length, sizeof length);
  for (int i = 0; i < count; i++) {
    off_t at = 0;
    if (files[i].size <= (int64_t)(sizeof output - output_end)) {
      if (pread(files[i].fd, output + output_end, files[i].size, 0) != files[i].size) die("pread");
      output_end += files[i].size;
      continue;
    }
    send_all(output_end, MSG_MORE);
    output_end = 0;
    while (at < files[i].size)
      if (sendfile(conn, files[i].fd, &at, files[i].size - at) <= 0) _exit(0);
  }
  send_all(output_end, 0);
}
