using Judge.Problems;
using Judge.Sandbox;

namespace Judge.Tests;

/// <summary>Ordinary values, of which a test changes what it is about.</summary>
internal static class Some
{
    /// <summary>Samples, and secret tests of a point each in no subtask.</summary>
    public static Problem Problem(int samples = 0, int secrets = 1)
    {
        Test[] tests =
        [
            .. Enumerable
                .Range(0, samples + secrets)
                .Select(i => new Test($"{i + 1:00}", i < samples, "", "") { Group = i < samples ? "sample" : "" }),
        ];
        return new Problem
        {
            Name = "tong",
            Version = "v1",
            Titles = new Dictionary<string, string> { ["vi"] = "Tổng" },
            TimeLimit = TimeSpan.FromSeconds(1),
            MemoryBytes = 64 << 20,
            OutputBytes = 1 << 20,
            Tests = tests,
            Groups =
            [
                new TestGroup
                {
                    Name = "sample",
                    IsSample = true,
                    Max = 0,
                    Aggregation = Aggregation.PassFail,
                    Tests = tests[..samples],
                },
                new TestGroup
                {
                    Name = "",
                    IsSample = false,
                    Max = secrets,
                    Aggregation = Aggregation.Sum,
                    Tests = tests[samples..],
                },
            ],
            FullScore = Math.Max(1, secrets),
            Folder = "",
        };
    }

    public static Language Language() =>
        new()
        {
            Id = "pascal",
            Name = "Pascal",
            Version = "FPC 3.2.2",
            Extensions = [".pas"],
            Mode = "pascal",
            Image = "pascal",
            Source = "main.pas",
            Compile = ["/usr/bin/ppcx64", "{source}"],
            Artifact = "main",
            Run = ["/prog/main"],
            TimeFactor = 1,
            Threads = 16,
            CompileProcesses = 4,
            CompileSeconds = 10,
            MemoryExtraMb = 0,
            OutOfMemory = new OutOfMemory(203),
        };

    public static Execution Execution() =>
        new()
        {
            Ending = Ending.Exited,
            Cpu = TimeSpan.FromMilliseconds(10),
            Wall = TimeSpan.FromMilliseconds(12),
            MemoryBytes = 1 << 20,
        };
}
