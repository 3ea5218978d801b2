namespace ScriptHost.Tests;

/// <summary>Whatever goes wrong in a script, the sentence names the author's line.</summary>
public class FaultTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    [Theory]
    [InlineData("int zero = 0;\n\nint x = 1 / zero;", "check.csx(3): DivideByZeroException")]
    [InlineData("int F()\n{\n  return 1;\n}\nvar a = new int[2];\na[F() +\n  5] = 1;", "check.csx(6): IndexOutOfRangeException")]
    [InlineData("int F(string s)\n  => int.Parse(\n    s);\nint x = F(\"x\");", "check.csx(2): FormatException")]
    [InlineData(
        "foreach (int i in new[] { 0 })\n  if (i == 0)\n    throw new Exception(\"why\");",
        "check.csx(3): Exception: why (Test t1)"
    )]
    [InlineData("try\n{ int.Parse(\"\"); }\nfinally\n{ Note(\"x\"); }", "check.csx(2): FormatException")]
    public void An_exception(string source, string beginning) => Assert.StartsWith(beginning, Asked.Checker(source).Fault);

    [Theory]
    [InlineData("int x = 0;\nwhile (true)\n  x++;", "check.csx(3)")]
    [InlineData("while (true) ;", "check.csx(1)")]
    [InlineData("for (;;)\n{\n}", "check.csx(2)")]
    [InlineData("int x = 0;\ndo { } while (x == 0);", "check.csx(2)")]
    [InlineData("here:\n  goto here;", "check.csx(2)")]
    [InlineData("while (true)\n{\n  try { throw new Exception(); }\n  catch\n  { }\n}", "check.csx(")]
    [InlineData(
        "void F()\n{\n  foreach (int i in Numbers())\n    Note(\"\");\n}\nIEnumerable<int> Numbers()\n{\n  while "
            + "(true)\n    yield return 1;\n}\nF();",
        "check.csx("
    )]
    public void An_endless_loop(string source, string place)
    {
        var fault = Asked.Checker(source, limit: Short).Fault;
        Assert.StartsWith(place, fault);
        Assert.EndsWith("ran for more than 0.2 s. (Test t1)", fault);
    }

    [Theory]
    [InlineData("int F(int n)\n{\n  return F(n + 1) + 1;\n}\nF(0);", "check.csx(2)")]
    [InlineData("int F(int n)\n  => F(n + 1) + 1;\nF(0);", "check.csx(2)")]
    [InlineData("Func<int, int> f = null;\nf = n =>\n{\n  return f(n + 1) + 1;\n};\nf(0);", "check.csx(3)")]
    [InlineData("class A { public int P => P + 1; }\nvar x = new A().P;", "check.csx(1)")]
    public void An_endless_recursion(string source, string place) =>
        Assert.Equal(place + ": its functions call each other too deeply. (Test t1)", Asked.Checker(source).Fault);

    [Fact]
    public void A_fault_leaves_nothing_for_the_next_call()
    {
        Assert.NotEmpty(Asked.Checker("while (true) ;", limit: Short).Fault);
        Assert.Equal(1, Asked.Checker("Accept();").Value);
    }
}
