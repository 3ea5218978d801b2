using System.Runtime.InteropServices;

namespace Judge.Tests;

/// <summary>
/// What work costs, for tests of how it grows: CPU time of this thread alone, and only compared with itself, so that neither a slow nor a
/// busy machine changes what comes of it.
/// </summary>
internal static class ThreadCpu
{
    private const int ThreadClock = 3; // CLOCK_THREAD_CPUTIME_ID
    private const int Tries = 3;
    private const double MostGrowth = 10;

    /// <param name="work">Stays on the thread that calls it.</param>
    public static TimeSpan Of(Action work)
    {
        var before = Now();
        work();
        return Now() - before;
    }

    /// <summary>Four times the size costs about four times as much: far from the sixteen times of a square.</summary>
    /// <param name="prepare">Makes the work of a size; what it does itself is not counted.</param>
    public static void GrowsNearlyLinearly(int size, Func<int, Action> prepare)
    {
        var (small, large) = (prepare(size), prepare(4 * size));
        small();
        large();
        List<string> seen = [];
        for (var i = 0; i < Tries; i++)
        {
            var (one, four) = (Of(small), Of(large));
            if (four <= MostGrowth * one)
            {
                return;
            }

            seen.Add($"{one.TotalMilliseconds:0.###} ms became {four.TotalMilliseconds:0.###} ms");
        }

        Assert.Fail($"Four times the size: {string.Join(", ", seen)}.");
    }

    private static TimeSpan Now()
    {
        Assert.Equal(0, clock_gettime(ThreadClock, out var now));
        return TimeSpan.FromSeconds(now.Seconds) + TimeSpan.FromTicks(now.Nanoseconds / TimeSpan.NanosecondsPerTick);
    }

    [DllImport("libc")]
    private static extern int clock_gettime(int clock, out Moment now);

    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
