namespace Drill;

/// <summary>Programs that were built with this one.</summary>
internal static class Built
{
    /// <summary>A program where it was built, since what belongs to it lies beside it.</summary>
    public static string Program(string name) =>
        Path.GetFullPath(
            Path.Combine("..", "..", name, Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), $"{name}.dll"),
            AppContext.BaseDirectory
        );
}
