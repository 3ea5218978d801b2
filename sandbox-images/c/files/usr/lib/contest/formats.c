/*
 * Windows' name for the format of a long long, %I64d, is known nowhere else. The linker sends the calls of a program to these
 * functions (--wrap), which write such a format anew.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST = 1024 };

static const char *plain(const char *format, char *room) {
  if (!strstr(format, "I64") || strlen(format) >= LONGEST) return format;
  char *to = room;
  while (*format) {
    if ((*to++ = *format++) != '%') continue;
    while (*format && strchr("0123456789-+ #.*", *format)) *to++ = *format++;
    if (strncmp(format, "I64", 3) == 0) format += 3, *to++ = 'l', *to++ = 'l';
    else if (*format == '%') *to++ = *format++;
  }
  *to = '\0';
  return room;
}

#define CALL(function, ...) \
  char room[LONGEST]; \
  va_list rest; \
  va_start(rest, format); \
  int n = function(__VA_ARGS__ plain(format, room), rest); \
  va_end(rest); \
  return n

#ifdef __cplusplus
extern "C" {
#endif
int __wrap___isoc99_scanf(const char *format, ...) { CALL(vscanf, ); }
int __wrap___isoc99_fscanf(FILE *file, const char *format, ...) { CALL(vfscanf, file, ); }
int __wrap___isoc99_sscanf(const char *text, const char *format, ...) { CALL(vsscanf, text, ); }
int __wrap_printf(const char *format, ...) { CALL(vprintf, ); }
int __wrap_fprintf(FILE *file, const char *format, ...) { CALL(vfprintf, file, ); }
int __wrap_sprintf(char *text, const char *format, ...) { CALL(vsprintf, text, ); }
#ifdef __cplusplus
}
#endif
