#include <stdio.h>
#include <stdlib.h>
#include <string.h>
main()
{
    char s[100];
    gets(s);
    printf("%d\n", atoi(s));
    system("pause");
}
