using Judge.Programs.Script;
using Judge.ScriptHost;
using Judge.ScriptHost.Compile;

namespace ScriptHost.Tests;

public class CompileTests
{
    [Theory]
    [InlineData("int x = 1\nAccept();", "check.csx(1): ; expected")]
    [InlineData("\n\nAcept();", "check.csx(3): The name 'Acept' does not exist in the current context (CS0103)")]
    [InlineData("int x = \"a\";", "check.csx(1): Cannot implicitly convert type 'string' to 'int' (CS0029)")]
    [InlineData("if (Output.NextInt() == 1)\n  Acept();", "check.csx(2): The name 'Acept'")]
    [InlineData("unsafe { }", "check.csx(1): Unsafe code")]
    public void Errors_name_the_authors_line(string source, string beginning) => Assert.StartsWith(beginning, Fault(source));

    [Theory]
    [InlineData("#r \"System.Net.Http\"\nAccept();", "check.csx(1): #r")]
    [InlineData("#load \"other.csx\"\nAccept();", "check.csx(1): #load")]
    [InlineData("int x;\n#line 100\nAccept();", "check.csx(2): #line")]
    [InlineData("var x = 1;\nvar s = System.IO.File.ReadAllText(\"/etc/passwd\");", "check.csx(2): System.IO.File is not for scripts")]
    [InlineData("using System.IO;\nvar s = File.ReadAllText(\"/etc/passwd\");", "check.csx(2): System.IO.File")]
    [InlineData("using F = System.IO.File;\nF.Delete(\"x\");", "check.csx(1): System.IO.File")]
    [InlineData("using static System.Console;\nWriteLine(1);", "check.csx(1): ")]
    [InlineData("var t = typeof(int).Assembly;", "check.csx(1): System.Reflection.Assembly")]
    [InlineData("\"\".GetType().GetMethods();", "check.csx(1): System.Reflection.MethodInfo")]
    [InlineData("Environment.Exit(0);", "check.csx(1): System.Environment")]
    [InlineData("new System.Threading.Thread(() => { }).Start();", "check.csx(1): System.Threading.Thread")]
    [InlineData("System.Net.Dns.GetHostName();", "check.csx(1): ")]
    [InlineData("System.Diagnostics.Process.Start(\"ls\");", "check.csx(1): ")]
    [InlineData("async System.Threading.Tasks.Task F() { }", "check.csx(1): a script runs alone")]
    [InlineData("class A\n{\n  ~A() { }\n}", "check.csx(3): a script runs alone")]
    [InlineData("static int calls = 0;\nAccept();", "check.csx(1): a static variable")]
    [InlineData(
        "class A { [System.Runtime.InteropServices.DllImport(\"c\")] public static extern int getpid(); }",
        "check.csx(1): System.Runtime.InteropServices"
    )]
    [InlineData("dynamic x = 1; x.Foo();", "check.csx(1): ")]
    public void What_scripts_cannot_have_is_refused_by_name(string source, string beginning) => Assert.StartsWith(beginning, Fault(source));

    [Fact]
    public void The_language_is_there_as_a_whole()
    {
        const string Source = """
            using System.Text.RegularExpressions;
            #region helpers
            static readonly Regex Word = new("^[a-z]+$");
            record Edge(int From, int To) { public int Length => To - From; }
            class Union
            {
                private readonly int[] parent;
                public Union(int n) => parent = Enumerable.Range(0, n).ToArray();
                public int this[int x] => parent[x] == x ? x : parent[x] = this[parent[x]];
                public bool Full { get => parent.All(p => this[p] == this[0]); set { if (value) return; else throw new Exception(); } }
                public void Join(int a, int b) => parent[this[a]] = this[b];
                public static bool operator true(Union u) => u.Full;
                public static bool operator false(Union u) => !u.Full;
            }
            #endregion
            int n = 4, sum = 0;
            var union = new Union(n);
            foreach (var (a, b) in new[] { (0, 1), (2, 3), (1, 2) }) union.Join(a, b);
            if (!union.Full) Reject("union"); else if (n > 4) Reject(); else sum++;
            union.Full = true;
            int Fib(int k) => k < 2 ? k : Fib(k - 1) + Fib(k - 2);
            void Add(int k) { sum += k; }
            IEnumerable<int> Odd() { for (int i = 0; ; i++) if (i % 2 == 1) yield return i; }
            ref int First(int[] all) => ref all[0];
            int Never() => throw new Exception("never");
            First(new[] { 1, 2 }) = 3;
            Add(Fib(10)); Add(Odd().Take(3).Sum());
            for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) if (i == j) continue; else sum += i * j;
            switch (n) { case 1: Reject(); break; case 4: { sum++; goto case 5; } case 5: sum++; break; default: break; }
            var edge = new Edge(1, 3) with { To = 5 };
            sum += edge switch { { Length: 4 } => 100, _ => 0 };
            using (var reader = new System.IO.StringReader("1\n2")) while (reader.ReadLine() is { } line) sum += int.Parse(line);
            do sum--; while (sum > 1000);
            lock (union) sum++;
            checked { sum += 1; }
            Action<int> add = k => sum += k; add(1);
            Func<int, Func<int, int>> plus = x => y => { return x + y; };
            sum += plus(1)(2) + (int)BigInteger.Pow(2, 4);
            if (!Word.IsMatch("abc")) Reject("regex");
            if (union) Accept(sum.ToString());
            """;
        var reply = Asked.Checker(Source);
        Assert.Equal("", reply.Fault);
        Assert.Equal("195", reply.ForEntrant);
    }

    [Fact]
    public void Each_call_starts_anew()
    {
        var script = ScriptCompiler.Compile("int calls = 0; calls++; Accept(calls.ToString());", "check.csx", ScriptKind.Checker);
        Assert.All(new[] { 1, 2, 3 }, _ => Assert.Equal("1", Asked.Again(script).ForEntrant));
    }

    private static string Fault(string source) =>
        Assert.Throws<ScriptFault>(() => ScriptCompiler.Compile(source, "check.csx", ScriptKind.Checker)).Message;
}
