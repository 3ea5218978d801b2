"""Python imports this before it opens its main program; a zygote waits here and bears children (newborn.c)."""
import _imp
import posix
from _frozen_importlib import ModuleSpec

try:
    posix.fstat(200)
    _imp.create_dynamic(ModuleSpec("newborn", None, origin="/usr/lib/contest/newborn.so"))
except (OSError, ImportError):
    pass
