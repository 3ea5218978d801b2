#include <pthread.h>
#include <stdio.h>
static void *work(void *n) { scanf("%d", (int *)n); return n; }
int main(void)
{
    int n;
    pthread_t t;
    pthread_attr_t a;
    pthread_attr_init(&a);
    pthread_attr_setstacksize(&a, 256 << 20);
    if (pthread_create(&t, &a, work, &n)) return 1;
    pthread_join(t, 0);
    printf("%d\n", n);
}
