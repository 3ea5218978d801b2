using System.Text;
using Judge.Problems;
using Judge.Programs.Check;

namespace Judge.Tests.Programs.Check;

/// <summary>Built-in checkers on text instead of bytes.</summary>
internal static class Checked
{
    public static CheckResult By(BuiltInChecker kind, string output, string answer, params string[] flags) =>
        BuiltInCheckers.Check(kind, Encoding.UTF8.GetBytes(output), Encoding.UTF8.GetBytes(answer), TokenOptions.Parse(flags));

    /// <summary>Nothing more to say of a right output; the fault of a wrong one.</summary>
    public static Fault Fault(BuiltInChecker kind, string output, string answer, params string[] flags)
    {
        var result = By(kind, output, answer, flags);
        Assert.Equal(result.Fault == Judge.Programs.Check.Fault.None ? 1 : 0, result.Share);
        Assert.Equal(result.Fault == Judge.Programs.Check.Fault.None, result.ForStaff.Length == 0);
        Assert.Empty(result.ForEntrant);
        return result.Fault;
    }
}
