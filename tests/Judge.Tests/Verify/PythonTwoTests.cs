using System.Text;
using Judge.Verify;

namespace Judge.Tests.Verify;

public sealed class PythonTwoTests
{
    [Theory]
    [InlineData("#!/usr/bin/env python2\nx = 1\n", true)]
    [InlineData("#!/usr/bin/python2.7\n", true)]
    [InlineData("print 'hello'\n", true)]
    [InlineData("for i in x:\n    print i, j\n", true)]
    [InlineData("print >> sys.stderr, 'x'\n", true)]
    [InlineData("n = int(raw_input())\n", true)]
    [InlineData("for i in xrange(3): pass\n", true)]
    [InlineData("try:\n  f()\nexcept IOError, e:\n  pass\n", true)]
    [InlineData("print('hello')\n", false)]
    [InlineData("print ('hello')\n", false)]
    [InlineData("print = 3\n", false)]
    [InlineData("import sys\nraw_input = sys.stdin.readline\nn = int(raw_input())\n", false)]
    [InlineData("def xrange(n):\n  return range(n)\nxrange(3)\n", false)]
    [InlineData("s = input()\nprint(s)\n", false)]
    [InlineData("", false)]
    public void Python_2_is_told_by_what_Python_3_cannot_run(string source, bool old) =>
        Assert.Equal(old, PythonTwo.IsLikely(Encoding.UTF8.GetBytes(source)));
}
