/* Distances from each friend by breadth-first search; a cell can be used from the greatest of the three on. */
#include <stdio.h>
#include <string.h>

static char yard[302][302];
static int far[3][302][302], queue[90000];

static void search(int name, int start) {
    static const int step[4][2] = {{-1, 0}, {0, -1}, {0, 1}, {1, 0}};
    int head = 0, tail = 0;
    queue[tail++] = start;
    far[name][start / 302][start % 302] = 0;
    while (head < tail) {
        int r = queue[head] / 302, c = queue[head] % 302;
        head++;
        for (int way = 0; way < 4; way++) {
            int nr = r + step[way][0], nc = c + step[way][1];
            if (yard[nr][nc] == 0 || yard[nr][nc] == '#' || far[name][nr][nc] >= 0) continue;
            far[name][nr][nc] = far[name][r][c] + 1;
            queue[tail++] = nr * 302 + nc;
        }
    }
}

int main(void) {
    int rows, columns, best = -1, cells = 0;
    if (scanf("%d %d", &rows, &columns) != 2) return 1;
    for (int r = 1; r <= rows; r++)
        if (scanf("%300s", yard[r] + 1) != 1) return 1;
    memset(far, -1, sizeof far);
    for (int r = 1; r <= rows; r++)
        for (int c = 1; c <= columns; c++)
            if (yard[r][c] >= 'A') search(yard[r][c] - 'A', r * 302 + c);
    for (int r = 1; r <= rows; r++)
        for (int c = 1; c <= columns; c++) {
            int time = 0, lost = 0;
            for (int name = 0; name < 3; name++) {
                if (far[name][r][c] < 0) lost = 1;
                if (far[name][r][c] > time) time = far[name][r][c];
            }
            if (lost) continue;
            if (best < 0 || time < best) best = time, cells = 1;
            else if (time == best) cells++;
        }
    if (best < 0) printf("-1\n");
    else printf("%d %d\n", best, cells);
    return 0;
}
