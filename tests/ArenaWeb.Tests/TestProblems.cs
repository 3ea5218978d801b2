namespace ArenaWeb.Tests;

/// <summary>Two small packages: one with streams and a hostile statement, one with files in the school way.</summary>
internal static class TestProblems
{
    public const string Streams = "tonghaiso";
    public const string Files = "chiakeo";

    public static void Write(string folder)
    {
        Write(
            Path.Combine(folder, Streams),
            "Tổng hai số",
            "The Sum",
            """
            Tính $a + b$ với $0 \le a, b$ và $x_1 * y_1 * z_1$.

            <script>alert(1)</script> [bấm](javascript:alert(1)) ![ảnh](https://example.org/x.png) [sách](https://example.org/)

            ## Dữ liệu vào

            Hai số.
            """,
            null
        );
        Write(
            Path.Combine(folder, Files),
            "Chia kẹo",
            "Sweets",
            "Đọc số kẹo rồi chia đều.",
            "input_file: BAI1.INP\noutput_file: BAI1.OUT\n"
        );
    }

    /// <summary>A package with both statements, a sample and two secret tests.</summary>
    public static void Write(string folder, string vi, string en, string statement, string? school)
    {
        foreach (var part in new[] { "statement", "data/sample", "data/secret" })
        {
            Directory.CreateDirectory(Path.Combine(folder, part));
        }
        File.WriteAllText(
            Path.Combine(folder, "problem.yaml"),
            $"""
            problem_format_version: 2025-09
            name:
              vi: {vi}
              en: {en}
            uuid: {Guid.NewGuid()}
            limits:
              time_limit: 1
              memory: 64
            """
        );
        if (school is not null)
        {
            File.WriteAllText(Path.Combine(folder, "school.yaml"), school);
        }
        File.WriteAllText(Path.Combine(folder, "statement/problem.vi.md"), statement);
        File.WriteAllText(Path.Combine(folder, "statement/problem.en.md"), "Add them.");
        foreach (var test in new[] { "data/sample/1", "data/secret/1", "data/secret/2" })
        {
            File.WriteAllText(Path.Combine(folder, $"{test}.in"), "3 4\n");
            File.WriteAllText(Path.Combine(folder, $"{test}.ans"), "7\n");
        }
    }
}
