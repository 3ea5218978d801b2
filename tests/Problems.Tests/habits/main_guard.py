#!/usr/bin/env python3
# -*- coding: utf-8 -*-
from __future__ import annotations
from typing import List
def main() -> None:
    a: List[int] = list(map(int, input().split()))
    print(*a)
if __name__ == '__main__':
    main()
    exit()
