using System.Globalization;

namespace Judge.Worker.Bench;

/// <summary>A throw-away package of a + b, the smallest honest work: what is left is the judge's own cost.</summary>
internal static class BenchProblem
{
    public const int Tests = 20;

    public const string Pascal = """
        var a, b: int64;
        begin
          readln(a, b);
          writeln(a + b);
        end.

        """;

    /// <summary>Reads its input to the end.</summary>
    public const string Reader = """
        uses BaseUnix;
        var
          block: array[0..65535] of byte;
          n, total: int64;
        begin
          total := 0;
          repeat
            n := FpRead(0, block, sizeof(block));
            if n > 0 then total := total + n;
          until n <= 0;
          writeln(total);
        end.

        """;

    public const string Python = """
        a, b = map(int, input().split())
        print(a + b)

        """;

    public const string C = """
        #include <stdio.h>
        int main(void) {
          long long a, b;
          if (scanf("%lld %lld", &a, &b) != 2) return 1;
          printf("%lld\n", a + b);
          return 0;
        }

        """;

    public const string Cpp = """
        #include <iostream>
        int main() {
          long long a, b;
          std::cin >> a >> b;
          std::cout << a + b << '\n';
        }

        """;

    /// <summary>Name of the package with so many tests.</summary>
    public static string Name(int tests) => string.Create(CultureInfo.InvariantCulture, $"bench{tests}");

    /// <summary>Writes a package with so many tests into a folder of packages.</summary>
    public static void Write(string problems, int tests)
    {
        var folder = Path.Combine(problems, Name(tests));
        Put(
            "problem.yaml",
            $$"""
            problem_format_version: 2025-09
            name: {en: A plus B}
            uuid: 6f6d8a52-2d0e-4e0a-9d0c-5f6f0c1f7b10
            limits: {time_limit: 1.0, memory: 256}

            """
        );
        Put("statement/problem.en.md", "Print the sum of two numbers.\n");
        for (var test = 1; test <= tests; test++)
        {
            var name = test.ToString("000", CultureInfo.InvariantCulture);
            Put($"data/secret/{name}.in", $"{test} {test * test}\n");
            Put($"data/secret/{name}.ans", $"{test + test * test}\n");
        }

        void Put(string name, string text)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
