// Distances from each friend by breadth-first search; a cell can be used from the greatest of the three on.
#include <bits/stdc++.h>
using namespace std;

int rows, columns;
vector<string> yard;

vector<int> distances(int start) {
    vector<int> far(rows * columns, -1);
    queue<int> border;
    border.push(start);
    far[start] = 0;
    while (!border.empty()) {
        int cell = border.front(), r = cell / columns, c = cell % columns;
        border.pop();
        for (auto [dr, dc] : {pair(-1, 0), pair(0, -1), pair(0, 1), pair(1, 0)}) {
            int nr = r + dr, nc = c + dc, near = nr * columns + nc;
            if (nr < 0 || nr >= rows || nc < 0 || nc >= columns || yard[nr][nc] == '#' || far[near] >= 0) continue;
            far[near] = far[cell] + 1;
            border.push(near);
        }
    }
    return far;
}

int main() {
    cin >> rows >> columns;
    yard.resize(rows);
    for (string &row : yard) cin >> row;
    vector<vector<int>> far;
    for (char name : string("ABC"))
        for (int cell = 0; cell < rows * columns; cell++)
            if (yard[cell / columns][cell % columns] == name) far.push_back(distances(cell));
    map<int, int> cells;
    for (int cell = 0; cell < rows * columns; cell++)
        if (min({far[0][cell], far[1][cell], far[2][cell]}) >= 0) cells[max({far[0][cell], far[1][cell], far[2][cell]})]++;
    if (cells.empty()) cout << -1 << endl;
    else cout << cells.begin()->first << ' ' << cells.begin()->second << endl;
}
