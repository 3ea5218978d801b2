using Judge.Verify;

namespace Judge.Tests.Verify;

public sealed class OldPythonTests
{
    [Theory]
    [InlineData("#!/usr/bin/env python2\n", true)]
    [InlineData("#!/usr/bin/python2.7\nx = 1\n", true)]
    [InlineData("n = input()\nprint n\n", true)]
    [InlineData("if x:\n    print 'yes'\n", true)]
    [InlineData("print \"%d\" % 3\n", true)]
    [InlineData("import sys\nprint >>sys.stderr, 1\n", true)]
    [InlineData("n = int(raw_input())\n", true)]
    [InlineData("for i in xrange(3): pass\n", true)]
    [InlineData("try:\n    pass\nexcept ValueError, e:\n    pass\n", true)]
    [InlineData("print(1)\n", false)]
    [InlineData("print (1)\n", false)]
    [InlineData("print('print x')\n", false)]
    [InlineData("printer = 1\nprint(printer)\n", false)]
    [InlineData("#!/usr/bin/env python3\nraw_input = input\nprint(raw_input())\n", false)]
    [InlineData("", false)]
    public void Is_told_by_its_first_line_or_by_words_that_are_no_more(string source, bool isOld) =>
        Assert.Equal(isOld, OldPython.Reads(source));
}
