#ifndef ZYGOTE_H
#define ZYGOTE_H

#include "become.h"

/*
 * A zygote is an interpreter that has started and waits, before it has opened anything of a submission; each run is a child of it. It and
 * the runner talk over a socket pair, a packet each way at a time:
 *   from the zygote   ready, once
 *   to the zygote     struct becoming, with the descriptors
 *   from the child    its process number, or the step that failed
 *   from the zygote   parted: what stood between it and the child has been waited for, so that the child is the runner's own
 */
enum { ZYGOTE_SOCKET = 200 };     /* where an interpreter finds its end; none: it starts as ever */
enum zygote_word { ZYGOTE_READY, ZYGOTE_BORN, ZYGOTE_PARTED };

struct zygote_said {
  enum zygote_word word;
  pid_t born;
  int error;                      /* errno of the step that failed */
  char failed[24];                /* empty: none */
};

#endif
