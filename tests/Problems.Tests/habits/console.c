#include <stdio.h>
#include <conio.h>
int main()
{
    int n;
    clrscr();
    scanf("%d", &n);
    printf("%d\n", n);
    getch();
    return 0;
}
