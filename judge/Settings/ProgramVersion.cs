using System.Reflection;

namespace Judge.Settings;

/// <summary>Tells whether programs of a cluster were built from the same sources.</summary>
public static class ProgramVersion
{
    private const int LettersOfCommit = 8;

    /// <summary>Such as <c>1.0.0+17a5b02c</c>; without the commit where it was built outside a repository.</summary>
    public static string Own { get; } =
        Short(typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    internal static string Short(string version) =>
        version.IndexOf('+', StringComparison.Ordinal) is >= 0 and var plus
            ? version[..Math.Min(version.Length, plus + 1 + LettersOfCommit)]
            : version;
}
