using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Judge.Formats;
using Judge.Formats.Draft;

namespace Judge.Worker.Bench;

/// <summary>How fast a zip of loose tests becomes a package: unpacked, looked through, written and read again.</summary>
internal static class ImportBench
{
    private const int Tests = 200;
    private const int Bytes = 64 << 10;

    public static Figure Run(string folder, int takes, CancellationToken ct)
    {
        var zip = Path.Combine(folder, "tests.zip");
        Write(zip);
        var times = new List<double>();
        for (var take = 0; take < takes; take++)
        {
            var start = Stopwatch.GetTimestamp();
            var report = Importers.Run(new ImportRequest(zip, Path.Combine(folder, "imported")) { Replace = true, Name = "bench" }, ct);
            times.Add(Tests / Stopwatch.GetElapsedTime(start).TotalSeconds);
            if (!report.IsGood)
            {
                throw new InvalidOperationException("The tests of the bench were not imported.");
            }
        }

        return Figure.Of("import.tests", "1/s", times);
    }

    private static void Write(string path)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        var line = new string('7', 63) + "\n";
        for (var test = 1; test <= Tests; test++)
        {
            foreach (var extension in new[] { "inp", "out" })
            {
                using var entry = new StreamWriter(
                    zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"test{test:000}.{extension}"), CompressionLevel.Fastest)
                        .Open()
                );
                for (var at = 0; at < Bytes; at += line.Length)
                {
                    entry.Write(line);
                }
            }
        }
    }
}
