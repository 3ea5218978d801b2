namespace Judge.Sandbox.Pool;

/// <summary>
/// How much memory a box gets for runs with a limit. The program's limit is judged by what it used; the box's only stops
/// what would run away, so it is rounded up generously and rarely changes. The margin holds what is charged to the box but is
/// not the program's memory: /box and /prog (64 MB each at most), the input and the output.
/// </summary>
internal static class MemoryClass
{
    private const long Step = 512L << 20;
    private const long Margin = 224L << 20;

    public static long For(long limitBytes) => (limitBytes + Margin + Step - 1) / Step * Step;
}
