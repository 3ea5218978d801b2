/* The console of Windows, for programs written there: there is no screen here, and a key is the next character of the input. */
#ifndef CONIO_H
#define CONIO_H

#include <stdio.h>

static inline int getch(void) { return getchar(); }
static inline int getche(void) { return getchar(); }
static inline int _getch(void) { return getchar(); }
static inline int _getche(void) { return getchar(); }
static inline int putch(int c) { return putchar(c); }
static inline int kbhit(void) { return 1; }
static inline int _kbhit(void) { return 1; }
static inline void clrscr(void) {}
static inline void gotoxy(int x, int y) { (void)x, (void)y; }
static inline void textcolor(int color) { (void)color; }
static inline void textbackground(int color) { (void)color; }

#endif
