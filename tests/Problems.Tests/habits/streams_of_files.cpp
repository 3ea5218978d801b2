#include <iostream>
#include <fstream>
#include <conio.h>
#include <stdlib.h>
using namespace std;
int main()
{
    ifstream fi("bai1.inp"); ofstream fo("bai1.out");
    register_t n; fi >> n; fo << n << endl;
    system("pause"); system("cls");
    getch();
    return 0;
}
